--TEST--
With a DNS server that never answers, the connect timeout ends the call, and a signal does too
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (!extension_loaded('pcntl')) {
    echo 'skip needs pcntl';
} elseif (exec('unshare -m -n sh -c "ip link set lo up && mount --bind /etc/hosts /etc/resolv.conf && echo yes" 2>/dev/null') !== 'yes') {
    echo 'skip needs root, unshare and ip';
}
?>
--FILE--
<?php
$settings = ['infusionsoft.retries' => 0, 'infusionsoft.connect_timeout_ms' => 300, 'infusionsoft.api_key' => 'key',
    'infusionsoft.base_url' => 'https://keap.example', 'infusionsoft.ca_file' => null];
require __DIR__ . '/../keap/keap.inc';

$code = <<<'PHP'
    // A port that is open and never read from. The resolver would wait for 5 minutes.
    $server = stream_socket_server('udp://127.0.0.1:53', flags: STREAM_SERVER_BIND);
    require getenv('OUTCOME');
    $from = hrtime(true);
    echo outcome(fn () => infusionsoft_contact_get(1001)), "\n";
    ini_set('infusionsoft.connect_timeout_ms', '60000');
    pcntl_async_signals(true);
    pcntl_signal(SIGALRM, fn () => throw new LogicException('alarm'));
    pcntl_alarm(1);
    echo outcome(fn () => infusionsoft_contact_get(1001)), "\n";
    echo hrtime(true) - $from < 20e9 ? "soon\n" : "late\n";
    PHP;
file_put_contents("$keap->folder/resolv.conf", "nameserver 127.0.0.1\noptions timeout:30 attempts:5\n");
file_put_contents("$keap->folder/code.php", "<?php $code");
$command = implode(' ', array_map(escapeshellarg(...), keap_php_command($settings + json_decode(file_get_contents("$keap->folder/settings.json"), true), ["$keap->folder/code.php"])));
putenv('OUTCOME=' . __DIR__ . '/../keap/outcome.inc');
$inside = "ip link set lo up && mount --bind $keap->folder/resolv.conf /etc/resolv.conf && exec $command";
passthru('unshare -m -n sh -c ' . escapeshellarg($inside));
?>
--EXPECT--
TransportException, not sent
LogicException: alarm
soon
