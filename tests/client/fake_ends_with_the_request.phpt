--TEST--
A fake ends with the PHP request that set it, and does not touch the store meanwhile
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

// PHP's built-in web server serves all requests in one process, one after the other.
$keap->authorize();
$script = "$keap->folder/served.php";
file_put_contents($script, '<?php
if (isset($_GET["fake"])) {
    infusionsoft_fake(fn () => ["tags" => [["id" => "666", "name" => "Customer"]]]);
    infusionsoft_token_import(["api_key" => "x"]);
    infusionsoft_token_forget();
}
echo json_encode(infusionsoft_tag_find("Customer")), " ", count(infusionsoft_recorded()), " recorded, ", infusionsoft_token_status()["generation"], "\n";');
$socket = stream_socket_server('tcp://127.0.0.1:0');
$address = stream_socket_get_name($socket, false);
fclose($socket);
$settings = json_decode(file_get_contents("$keap->folder/settings.json"), true);
$server = new KeapProcess(keap_php_command($settings, ['-S', $address, $script]));
while (!str_contains($server->line(), 'started')) {
}
$keap->tag('Customer');
echo file_get_contents("http://$address/?fake"), file_get_contents("http://$address/"), file_get_contents("http://$address/?fake");
$server->kill();
var_dump(count($keap->journal()));
?>
--EXPECT--
{"id":"666","name":"Customer"} 1 recorded, 1
{"id":"101","name":"Customer"} 0 recorded, 1
{"id":"666","name":"Customer"} 1 recorded, 1
int(1)
