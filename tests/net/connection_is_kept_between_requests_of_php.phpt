--TEST--
A PHP process uses one connection for all requests that it serves
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

// PHP's own web server is one process that serves one request after the other.
$keap->authorize();
$script = "$keap->folder/served.php";
file_put_contents($script, '<?php infusionsoft_contact_find("a@b"); echo getmypid();');
$socket = stream_socket_server('tcp://127.0.0.1:0');
$address = stream_socket_get_name($socket, false);
fclose($socket);
$settings = json_decode(file_get_contents("$keap->folder/settings.json"), true);
$server = new KeapProcess(keap_php_command($settings, ['-S', $address, $script]));
while (!str_contains($server->line(), 'started')) {
}
$pids = array_map(fn () => file_get_contents("http://$address/"), range(1, 3));
$server->kill();

var_dump(count(array_unique($pids)), count($keap->journal()), $keap->counts()['handshakes'], $keap->violations());
?>
--EXPECT--
int(1)
int(3)
int(1)
array(0) {
}
