--TEST--
A contact without e-mail address, phone number and address is refused, as is an invalid e-mail address
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
foreach ([
    [],
    ['given_name' => 'Mary'],
    ['email' => null, 'phone_numbers' => []],
    ['fax_numbers' => [['number' => '1', 'field' => 'FAX1']]],
    ['email' => ''],
    ['phone' => ''],
    ['email' => 'mary'],
    ['email' => 'mary@'],
    ['email' => '@example.com'],
    ['email' => 'mary@example.com, ann@example.com'],
    ['email_addresses' => [['email' => 'a@b', 'field' => 'EMAIL1'], ['email' => 'a b@c', 'field' => 'EMAIL2']]],
    ['email' => 'mary@example.com', 'email_addresses' => [['email' => 'ann@example.com', 'field' => 'EMAIL1']]],
    ['phone' => '1', 'phone_numbers' => [['number' => '2', 'field' => 'PHONE2'], ['number' => '1', 'field' => 'PHONE1']]],
] as $contact) {
    echo outcome(fn () => infusionsoft_contact_create($contact)), "\n";
}
var_dump($keap->journal());
?>
--EXPECT--
ValueError: Argument #1 ($contact) contact needs a way to be reached: give email, phone, or an entry of email_addresses, phone_numbers or addresses
ValueError: Argument #1 ($contact) contact needs a way to be reached: give email, phone, or an entry of email_addresses, phone_numbers or addresses
ValueError: Argument #1 ($contact) contact needs a way to be reached: give email, phone, or an entry of email_addresses, phone_numbers or addresses
ValueError: Argument #1 ($contact) contact needs a way to be reached: give email, phone, or an entry of email_addresses, phone_numbers or addresses
ValueError: Argument #1 ($contact) contact.email must not be empty: leave it out, or give null
ValueError: Argument #1 ($contact) contact.phone must not be empty: leave it out, or give null
ValueError: Argument #1 ($contact) contact.email must be an e-mail address, such as mary@example.com
ValueError: Argument #1 ($contact) contact.email must be an e-mail address, such as mary@example.com
ValueError: Argument #1 ($contact) contact.email must be an e-mail address, such as mary@example.com
ValueError: Argument #1 ($contact) contact.email must be an e-mail address, such as mary@example.com
ValueError: Argument #1 ($contact) contact.email_addresses[1].email must be an e-mail address, such as mary@example.com
ValueError: Argument #1 ($contact) contact.email and an entry of contact.email_addresses for EMAIL1 are both given: give only one of them
ValueError: Argument #1 ($contact) contact.phone and an entry of contact.phone_numbers for PHONE1 are both given: give only one of them
array(0) {
}
