--TEST--
The reply holds the requested properties only; $fields works by position and by name
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$contact = ['email' => 'mary@example.com', 'given_name' => 'Mary'];
echo json_encode(infusionsoft_contact_create($contact, 'Email', ['id'])), "\n";
echo json_encode(infusionsoft_contact_create(fields: ['given_name', 'id'], contact: $contact)), "\n";
echo implode("\n", array_column($keap->journal(), 'query_raw')), "\n";
var_dump($keap->violations());
?>
--EXPECT--
{"id":"1001"}
{"given_name":"Mary","id":"1002"}
duplicate_option=Email&fields=id
fields=given_name%2Cid
array(0) {
}
