--TEST--
A call that cannot connect throws an exception that says it was not sent
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

// A port that was free a moment ago.
$socket = stream_socket_server('tcp://127.0.0.1:0');
$address = stream_socket_get_name($socket, false);
fclose($socket);

$keap->authorize();
echo preg_replace('/port \d+/', 'port N', $keap->php('
    try {
        infusionsoft_contact_create(["email" => "a@b"]);
    } catch (Infusionsoft\TransportException $error) {
        echo $error->getMessage(), "\n";
        var_dump($error->maySent);
    }
', ['infusionsoft.base_url' => "https://$address/crm", 'infusionsoft.retries' => 1]));
var_dump($keap->journal());
?>
--EXPECTF--
POST /rest/v2/contacts was not sent: %s
bool(false)
array(0) {
}
