--TEST--
The logger is removed at the end of the PHP request, while its destructor can still run; the next request has no logger
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
// PHP's built-in web server serves all requests in one process, one after the other.
file_put_contents("$keap->folder/served.php", '<?php
    final class Logger
    {
        public array $itself;
        public function log(string $level): void { echo "$level "; if ($_GET["end"] === "error") { eval("class Twice {} class Twice {}"); } }
        public function __destruct() { echo "released "; infusionsoft_contact_find("a@b"); }
    }
    infusionsoft_contact_find("a@b");
    $logger = new Logger();
    $logger->itself = [$logger, "log"];
    if ($_GET["end"] !== "none") { infusionsoft_logger($logger->itself); }
    infusionsoft_contact_find("a@b");
    if ($_GET["end"] === "exit") { exit; }
');
$socket = stream_socket_server('tcp://127.0.0.1:0');
$address = stream_socket_get_name($socket, false);
fclose($socket);
$settings = json_decode(file_get_contents("$keap->folder/settings.json"), true);
$server = new KeapProcess(keap_php_command(['display_errors' => 0] + $settings, ['-S', $address, "$keap->folder/served.php"]));
while (!str_contains($server->line(), 'started')) {
}
foreach (['none', 'exit', 'none', 'error', 'none', 'last', 'none'] as $end) {
    echo "$end: ", @file_get_contents("http://$address/?end=$end"), "\n";
}
var_dump($server->running());
$server->kill();
?>
--EXPECT--
none: released 
exit: debug released debug 
none: released 
error: debug 
none: released 
last: debug released debug 
none: released 
bool(true)
