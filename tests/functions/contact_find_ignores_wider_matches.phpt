--TEST--
Contacts in the reply that do not have the address are ignored
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$email = fn (mixed $address) => [['field' => 'EMAIL1', 'email' => $address]];
$ok = ['path' => '/crm', 'action' => 'status', 'status' => 200];
$reply = fn (array $contacts) => $keap->fault($ok + ['body' => compact('contacts')]);

$reply([
    ['id' => '3', 'email_addresses' => $email('mary@example.com.au')],
    ['id' => '4', 'email_addresses' => $email('xmary@example.com')],
    ['id' => '2'],
    ['id' => '1', 'email_addresses' => null],
    ['id' => '20', 'email_addresses' => $email('mary@example.com')],
    ['id' => '9', 'email_addresses' => $email('MARY@example.com')],
    ['id' => '5', 'email_addresses' => $email(null)],
    'nonsense',
]);
var_dump(infusionsoft_contact_find('mary@example.com')['id']);
$reply([]);
var_dump(infusionsoft_contact_find('mary@example.com'));
?>
--EXPECT--
string(1) "9"
NULL
