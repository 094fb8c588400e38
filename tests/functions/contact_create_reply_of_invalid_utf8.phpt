--TEST--
A reply with invalid UTF-8 does not turn a created contact into an exception
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$keap->fault(['path' => '/crm', 'action' => 'invalid-utf8']);
$contact = infusionsoft_contact_create(['email' => 'mary@example.com']);
var_dump($contact['id'], $contact['broken']);
var_dump(count($keap->state()['contacts']), $keap->violations());
?>
--EXPECT--
string(4) "1001"
string(10) "caf� �"
int(1)
array(0) {
}
