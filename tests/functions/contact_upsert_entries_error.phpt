--TEST--
An upsert refuses entries that do not say which one they are, also where nobody is found and under a fake
--FILE--
<?php
require __DIR__ . '/../keap/outcome.inc';

infusionsoft_fake([]);
$mary = ['email' => 'mary@example.com'];
outcomes([
    'no field' => fn () => infusionsoft_contact_upsert($mary + ['addresses' => [['line1' => '1 Main St']]]),
    'twice' => fn () => infusionsoft_contact_upsert($mary + ['social_accounts' => [['type' => 'FACEBOOK', 'name' => 'a'], ['type' => 'FACEBOOK', 'name' => 'b']]]),
    'no id' => fn () => infusionsoft_contact_upsert($mary + ['custom_fields' => [['content' => 'x'], ['id' => 1, 'content' => 'x']]]),
]);
var_dump(infusionsoft_recorded());
outcomes(['no number, and nobody is found' => fn () => infusionsoft_contact_upsert($mary + ['phone_numbers' => [['field' => 'PHONE2', 'type' => 'Work']]])]);
echo implode(', ', array_column(infusionsoft_recorded(), 'operation')), "\n";
?>
--EXPECT--
no field: ValueError: Argument #1 ($contact) contact.addresses[0].field is required: it says which entry of the contact changes
twice: ValueError: Argument #1 ($contact) contact.social_accounts has two entries for FACEBOOK: give only one
no id: ValueError: Argument #1 ($contact) contact.custom_fields must be keyed by the ids of custom fields; 0 is not an id: write [7 => 'value'], not a plain list
array(0) {
}
no number, and nobody is found: ValueError: Argument #1 ($contact) contact.phone_numbers has an entry for PHONE2 without number, and the contact in Keap has no such entry yet: give number
listContacts
