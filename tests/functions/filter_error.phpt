--TEST--
A condition that Keap does not document, or that would find more than it says, is refused
--FILE--
<?php
require __DIR__ . '/objects.inc';
require __DIR__ . '/../keap/outcome.inc';

infusionsoft_fake([]);
$refuse = fn (string $operation, mixed $filter) => print outcome(fn () => infusionsoft_each($operation, ['filter' => $filter])) . "\n";
foreach (['a;b', 'mary*', 'a==b', '!=x', 'a<b', '=x', 'NONE', '', ' ', "\u{a0} \u{200b}", " NONE\u{a0}", ' =x', "a\nb", null, fn () => 1, Plain::One, [1], new Throwing()] as $value) {
    $refuse('listContacts', ['given_name' => $value]);
}
$refuse('listContacts', ['contact_id' => '1,2']);
$refuse('listContacts', ['ids' => '1,2']);
$refuse('listContacts', ['ids' => [1, null]]);
$refuse('listContacts', ['ids' => [1, ' ']]);
$refuse('listContacts', ['custom_fields' => ['Score0' => ' ']]);
$refuse('listContacts', ['ids' => []]);
$refuse('listContacts', ['given_name' => midnight()]);
$refuse('listContacts', ['start_update_time' => 'yesterday']);
$refuse('listContacts', ['billing_address_country_code' => 'DE']);
$refuse('listOrders', ['paid' => 'yes']);
$refuse('listShippingDiscounts', ['discount_value' => 'cheap']);
$refuse('listContacts', ['emial' => 'mary@example.com']);
$refuse('listContacts', ['Score0' => 7]);
$refuse('listTags', ['colour' => 'red']);
$refuse('listContacts', ['custom_fields' => ['a==b' => 1]]);
$refuse('listContacts', ['custom_fields' => ['Score0' => null]]);
$refuse('listContacts', ['custom_fields' => [7 => 1]]);
$refuse('listTags', ['custom_fields' => ['Score0' => 7]]);
$refuse('listContacts', ['given_name==Mary']);
$refuse('listContacts', []);
$refuse('listEmailTemplates', ['name' => 'x']);
$refuse('listContacts', "a\r\nb");
var_dump(infusionsoft_recorded());
?>
--EXPECT--
ValueError: Argument #2 ($parameters) filter.given_name must not hold ";", which means something else to Keap: give the whole filter as a string if you want that
ValueError: Argument #2 ($parameters) filter.given_name must not hold "*", which means something else to Keap: give the whole filter as a string if you want that
ValueError: Argument #2 ($parameters) filter.given_name must not hold "==", which means something else to Keap: give the whole filter as a string if you want that
ValueError: Argument #2 ($parameters) filter.given_name must not hold "!=", which means something else to Keap: give the whole filter as a string if you want that
ValueError: Argument #2 ($parameters) filter.given_name must not hold "<", which means something else to Keap: give the whole filter as a string if you want that
ValueError: Argument #2 ($parameters) filter.given_name must not hold "=" at its beginning, which means something else to Keap: give the whole filter as a string if you want that
ValueError: Argument #2 ($parameters) filter.given_name must not hold only NONE, which means something else to Keap: give the whole filter as a string if you want that
ValueError: Argument #2 ($parameters) filter.given_name must not be empty: leave the condition out, or give a value
ValueError: Argument #2 ($parameters) filter.given_name must not be empty: leave the condition out, or give a value
ValueError: Argument #2 ($parameters) filter.given_name must not be empty: leave the condition out, or give a value
ValueError: Argument #2 ($parameters) filter.given_name must not hold only NONE, which means something else to Keap: give the whole filter as a string if you want that
ValueError: Argument #2 ($parameters) filter.given_name must not hold "=" at its beginning, which means something else to Keap: give the whole filter as a string if you want that
ValueError: Argument #2 ($parameters) filter.given_name must be without control characters
ValueError: Argument #2 ($parameters) filter.given_name is null, and without this condition the search would find more: leave it out, or give a value
ValueError: Argument #2 ($parameters) filter.given_name cannot be an object of class Closure: give a string, a number, a DateTimeInterface, a backed enum, a Stringable or a JsonSerializable
ValueError: Argument #2 ($parameters) filter.given_name cannot be a case of the enum Plain, which has no values: give a case of a backed enum, or a string
ValueError: Argument #2 ($parameters) filter.given_name takes one value, not a list
LogicException: thrown by __toString()
ValueError: Argument #2 ($parameters) filter.contact_id must not hold ",", which means something else to Keap: give the whole filter as a string if you want that
ValueError: Argument #2 ($parameters) filter.ids must not hold "," (give a list), which means something else to Keap: give the whole filter as a string if you want that
ValueError: Argument #2 ($parameters) filter.ids[1] is null, and without this condition the search would find more: leave it out, or give a value
ValueError: Argument #2 ($parameters) filter.ids[1] must not be empty: leave the condition out, or give a value
ValueError: Argument #2 ($parameters) filter.custom_fields.Score0 must not be empty: leave the condition out, or give a value
ValueError: Argument #2 ($parameters) filter.ids must not be an empty list
ValueError: Argument #2 ($parameters) filter.given_name is no point in time: give a string
ValueError: Argument #2 ($parameters) filter.start_update_time must be a point in time in the form 2026-01-31T00:00:00Z, with Z or an offset such as +01:00 (or a DateTimeInterface), "yesterday" given
ValueError: Argument #2 ($parameters) filter.billing_address_country_code must be a country's code of three letters, such as USA, "DE" given; did you mean "DEU"?
ValueError: Argument #2 ($parameters) filter.paid must be true or false
ValueError: Argument #2 ($parameters) filter.discount_value must be a number
ValueError: Argument #2 ($parameters) filter has "emial", and Keap documents no such condition for listContacts; did you mean "email"?
ValueError: Argument #2 ($parameters) filter has "Score0", and Keap documents no such condition for listContacts; conditions on custom fields belong in ["custom_fields" => […]]
ValueError: Argument #2 ($parameters) filter has "colour", and Keap documents no such condition for listTags
ValueError: Argument #2 ($parameters) filter.custom_fields must be keyed by the field_name of custom fields, as Keap's model has it
ValueError: Argument #2 ($parameters) filter.custom_fields.Score0 is null, and without this condition the search would find more: leave it out, or give a value
ValueError: Argument #2 ($parameters) filter.custom_fields must be keyed by the field_name of custom fields, as Keap's model has it
ValueError: Argument #2 ($parameters) filter has "custom_fields", and Keap documents no such condition for listTags
ValueError: Argument #2 ($parameters) filter must be keyed by names: ["email" => "mary@example.com"], or be a string in Keap's syntax
ValueError: Argument #2 ($parameters) filter must hold a condition: leave it out to list everything
ValueError: Argument #2 ($parameters) filter must be a string in Keap's syntax for listEmailTemplates: Keap documents no conditions for it
ValueError: Argument #2 ($parameters) must be without NUL, CR and LF; filter holds one
array(0) {
}
