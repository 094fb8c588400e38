--TEST--
The creation of a contact without an e-mail address is sent once, also with duplicate_option
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$keap->fault(['method' => 'POST', 'path' => '/crm/rest/v2/contacts', 'action' => 'hangup', 'at' => 'after', 'times' => 0]);
try {
    infusionsoft_contact_create(['phone' => '555-0100'], duplicate_option: 'Email');
} catch (Infusionsoft\TransportException $error) {
    var_dump($error->maySent);
}
var_dump($keap->count('POST /crm/rest/v2/contacts'), count($keap->state()['contacts']));
?>
--EXPECT--
bool(true)
int(1)
int(1)
