--TEST--
A create with duplicate_option is sent again after a lost reply, and makes one contact
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
foreach ([
    ['at' => 'before'], // Keap did nothing yet
    ['at' => 'after'],
    ['at' => 'mid-reply'],
    ['at' => 'reused', 'close' => 'reset'],
] as $number => $how) {
    $keap->fault(['method' => 'POST', 'path' => '/crm', 'action' => 'hangup'] + $how);
    echo infusionsoft_contact_create(['email' => "$number@example.com"], 'Email')['id'], "\n";
}
var_dump(count($keap->state()['contacts']), count($keap->journal()), $keap->violations());
?>
--EXPECT--
1001
1002
1003
1004
int(4)
int(8)
array(0) {
}
