--TEST--
An unknown field is refused with its place and the nearest known name
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
foreach ([
    ['givenname' => 'Mary'],
    ['family_nme' => 'Chan'],
    ['first_name' => 'Mary'],
    ['Last_Name' => 'Chan'],
    ['emails' => ['mary@example.com']],
    ['Email' => 'mary@example.com'],
    ['shoe_size_in_centimetres' => 27],
    ['id' => '7'],
    [7 => 'x'],
    ['' => 'x'],
    ["given_name\0" => 'x'],
    ['company' => ['name' => 'Chan']],
    ['addresses' => [['line1' => '1 Main St'], ['regoin' => 'Arizona']]],
    ['email_addresses' => [['emial' => 'mary@example.com']]],
    ['phone_numbers' => [['phone' => '1']]],
    ['custom_fields' => [['id' => '7', 'value' => 'x']]],
    ['utm_parameters' => ['keap_source_id' => '1', 'source' => 'x']],
    // A misspelt name with the value null is refused too.
    ['frist_name' => null],
] as $wrong) {
    echo addcslashes(outcome(fn () => infusionsoft_contact_create($wrong + ['email' => 'mary@example.com'])), "\0"), "\n";
}
var_dump($keap->journal());
?>
--EXPECT--
ValueError: Argument #1 ($contact) contact has no field "givenname" in Keap; did you mean "given_name"?
ValueError: Argument #1 ($contact) contact has no field "family_nme" in Keap; did you mean "family_name"?
ValueError: Argument #1 ($contact) contact has no field "first_name" in Keap; did you mean "given_name"?
ValueError: Argument #1 ($contact) contact has no field "Last_Name" in Keap; did you mean "family_name"?
ValueError: Argument #1 ($contact) contact has no field "emails" in Keap; did you mean "email_addresses"?
ValueError: Argument #1 ($contact) contact has no field "Email" in Keap; did you mean "email"?
ValueError: Argument #1 ($contact) contact has no field "shoe_size_in_centimetres" in Keap
ValueError: Argument #1 ($contact) contact.id is read-only in Keap: give the contact's id to infusionsoft_contact_update()
ValueError: Argument #1 ($contact) contact must be keyed by field names, not by numbers (7)
ValueError: Argument #1 ($contact) contact has no field "" in Keap
ValueError: Argument #1 ($contact) contact has no field "given_name" in Keap; did you mean "given_name"?
ValueError: Argument #1 ($contact) contact.company has no field "name" in Keap; did you mean "company_name"?
ValueError: Argument #1 ($contact) contact.addresses[1] has no field "regoin" in Keap; did you mean "region"?
ValueError: Argument #1 ($contact) contact.email_addresses[0] has no field "emial" in Keap; did you mean "email"?
ValueError: Argument #1 ($contact) contact.phone_numbers[0] has no field "phone" in Keap; did you mean "number"?
ValueError: Argument #1 ($contact) contact.custom_fields[0] has no field "value" in Keap
ValueError: Argument #1 ($contact) contact.utm_parameters has no field "source" in Keap; did you mean "utm_source"?
ValueError: Argument #1 ($contact) contact has no field "frist_name" in Keap; did you mean "given_name"?
array(0) {
}
