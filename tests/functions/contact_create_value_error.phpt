--TEST--
A value that Keap does not take is refused with its place and the accepted values
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
foreach ([
    ['given_name' => 1.5],
    ['given_name' => true],
    ['given_name' => ['Mary']],
    ['given_name' => new stdClass()],
    ['company' => 'Chan'],
    ['addresses' => ['line1' => '1 Main St']],
    ['addresses' => ['1 Main St']],
    ['email_addresses' => 'mary@example.com'],
    ['custom_fields' => 'x'],
    ['custom_fields' => ['x', 'y']],
    // The length counts characters, not bytes.
    ['given_name' => str_repeat('語', 41)],
    ['assistant_phone' => str_repeat('1', 16)],
    ['source_type' => 'Manual'],
    ['email_addresses' => [['email' => 'a@example.com', 'field' => 'EMAIL4']]],
    ['phone_numbers' => [['number' => '1', 'field' => 'MOBILE']]],
    ['social_accounts' => [['name' => 'mary']]],
    ['utm_parameters' => ['utm_source' => 'x']],
    ['addresses' => [['line1' => '1'], ['region' => 'Arizona']]],
    ['addresses' => [['region_code' => 'US-AZ']]],
] as $wrong) {
    echo outcome(fn () => infusionsoft_contact_create($wrong + ['phone' => '1'])), "\n";
}
var_dump($keap->journal());
?>
--EXPECT--
ValueError: Argument #1 ($contact) contact.given_name must be a string, float given
ValueError: Argument #1 ($contact) contact.given_name must be a string, bool given
ValueError: Argument #1 ($contact) contact.given_name must be a string, array given
ValueError: Argument #1 ($contact) contact.given_name cannot be an object of class stdClass: give a string, a number, a DateTimeInterface, a backed enum, a Stringable or a JsonSerializable
ValueError: Argument #1 ($contact) contact.company must be an array, string given
ValueError: Argument #1 ($contact) contact.addresses must be a list of arrays
ValueError: Argument #1 ($contact) contact.addresses[0] must be an array, string given
ValueError: Argument #1 ($contact) contact.email_addresses must be a list of arrays
ValueError: Argument #1 ($contact) contact.custom_fields must be an array of id => value, string given
ValueError: Argument #1 ($contact) contact.custom_fields must be keyed by the ids of custom fields; 0 is not an id: write [7 => 'value'], not a plain list
ValueError: Argument #1 ($contact) contact.given_name must be at most 40 characters long, 41 given
ValueError: Argument #1 ($contact) contact.assistant_phone must be at most 15 characters long, 16 given
ValueError: Argument #1 ($contact) contact.source_type cannot be "Manual"; did you mean "MANUAL"?
ValueError: Argument #1 ($contact) contact.email_addresses[0].field cannot be "EMAIL4"; did you mean "EMAIL1"?
ValueError: Argument #1 ($contact) contact.phone_numbers[0].field cannot be "MOBILE"; Keap knows PHONE1, PHONE2, PHONE3, PHONE4, PHONE5
ValueError: Argument #1 ($contact) contact.social_accounts[0].type is required
ValueError: Argument #1 ($contact) contact.utm_parameters.keap_source_id is required
ValueError: Argument #1 ($contact) contact.addresses[1].country_code is required where a region is given (three letters, such as USA)
ValueError: Argument #1 ($contact) contact.addresses[0].country_code is required where a region is given (three letters, such as USA)
array(0) {
}
