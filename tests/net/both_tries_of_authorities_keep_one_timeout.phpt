--TEST--
The try with the system's directory of authorities and the try with its bundle together take infusionsoft.timeout_ms at most
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/authorities.inc';
echo system_authorities_obstacle();
?>
--FILE--
<?php
$settings = ['infusionsoft.ca_file' => '', 'infusionsoft.keepalive' => 0, 'infusionsoft.timeout_ms' => 1500, 'infusionsoft.retries' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/authorities.inc';

// Each connection gets through after a second, one after the other.
$relay = $keap->start('
    $server = stream_socket_server("tcp://127.0.0.1:0");
    echo stream_socket_get_name($server, false), "\n";
    while ($client = stream_socket_accept($server, 60)) {
        sleep(1);
        $keap_ = stream_socket_client("tcp://" . parse_url($keap->https, PHP_URL_HOST) . ":" . parse_url($keap->https, PHP_URL_PORT));
        for ($open = true; $open;) {
            [$ready, $none] = [[$client, $keap_], null];
            stream_select($ready, $none, $none, 60);
            foreach ($ready as $from) {
                $bytes = fread($from, 65536);
                $open = $open && $bytes !== false && $bytes !== "";
                @fwrite($from === $client ? $keap_ : $client, (string) $bytes);
            }
        }
        fclose($client);
        fclose($keap_);
    }');
$keap->authorize();
$file = "$keap->folder/settings.json";
file_put_contents($file, json_encode(['infusionsoft.base_url' => 'https://' . $relay->line() . '/crm'] + json_decode(file_get_contents($file), true)));
$wrong = other_authority();
// The words of libcurl differ by version.
$code = 'echo preg_replace("/was not sent: .*(timed out|timeout).*/i", "was not sent: timed out", call_keap()), "\n";';
$before = $keap->counts();
echo run_with_authorities($keap, [$wrong], [$wrong, file_get_contents($keap->caFile)], $code);
echo $keap->counts()['failed_handshakes'] - $before['failed_handshakes'], ' handshake failed, ', count($keap->journal('/crm')), " requests\n";
$relay->kill();
?>
--EXPECT--
Infusionsoft\TransportException: GET /rest/v2/contacts was not sent: timed out
1 handshake failed, 0 requests
