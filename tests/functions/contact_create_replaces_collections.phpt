--TEST--
A creation with duplicate_option replaces the collections that it gives; an upsert with the same contact keeps them
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$full = [
    'email_addresses' => [['email' => 'mary@example.com', 'field' => 'EMAIL1', 'opt_in_reason' => 'asked'], ['email' => 'second@example.com', 'field' => 'EMAIL2']],
    'phone_numbers' => [['number' => '1', 'field' => 'PHONE1', 'type' => 'Work']],
];
$row = ['email' => 'mary@example.com', 'phone' => '1'];
$id = infusionsoft_contact_create($full)['id'];
foreach (['upsert' => fn () => infusionsoft_contact_upsert($row), 'create' => fn () => infusionsoft_contact_create($row, 'Email')] as $what => $call) {
    $call();
    $contact = infusionsoft_contact_get($id);
    echo "$what: ", count($contact['email_addresses']), ' addresses, ', $contact['email_addresses'][0]['opt_in_reason'] ?? 'no reason', ', ',
        $contact['phone_numbers'][0]['type'] ?? 'no type', "\n";
}
?>
--EXPECT--
upsert: 2 addresses, asked, Work
create: 1 addresses, no reason, no type
