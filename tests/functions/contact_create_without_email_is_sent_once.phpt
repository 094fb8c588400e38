--TEST--
A contact without an e-mail address has nothing to be matched by: duplicate_option or not, its creation is sent once
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
