--TEST--
An entry that does not say which one it is, or has no value, is refused
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$id = infusionsoft_contact_create(['email' => 'mary@example.com'])['id'];
outcomes([
    'no field' => fn () => infusionsoft_contact_update($id, ['phone_numbers' => [['field' => 'PHONE1', 'number' => '1'], ['number' => '2']]]),
    'no id' => fn () => infusionsoft_contact_update($id, ['custom_fields' => [['id' => null, 'content' => 'x']]]),
    'twice' => fn () => infusionsoft_contact_update($id, ['addresses' => [['field' => 'BILLING', 'line1' => '1'], ['field' => 'BILLING', 'line2' => '2']]]),
    'empty number' => fn () => infusionsoft_contact_update($id, ['phone_numbers' => [['field' => 'PHONE1', 'number' => '']]]),
    'blank phone' => fn () => infusionsoft_contact_update($id, ['phone' => ' ']),
    'blank fax number' => fn () => infusionsoft_contact_create(['phone' => '1', 'fax_numbers' => [['field' => 'FAX1', 'number' => ' ']]]),
    'empty name' => fn () => infusionsoft_contact_upsert(['email' => 'mary@example.com', 'social_accounts' => [['type' => 'FACEBOOK', 'name' => '']]]),
    'in an upsert' => fn () => infusionsoft_contact_upsert(['email' => 'mary@example.com', 'phone_numbers' => [['number' => '2']]]),
    'no value' => fn () => infusionsoft_contact_update($id, ['phone_numbers' => [['field' => 'PHONE1', 'type' => 'Work']]]),
    'no value in an upsert' => fn () => infusionsoft_contact_upsert(['email' => 'mary@example.com', 'fax_numbers' => [['field' => 'FAX1', 'type' => 'Work']]]),
]);
var_dump($keap->count('PATCH /crm/rest/v2/contacts/{contact_id}'), $keap->violations());
?>
--EXPECT--
no field: ValueError: Argument #2 ($changes) contact.phone_numbers[1].field is required: it says which entry of the contact changes
no id: ValueError: Argument #2 ($changes) contact.custom_fields[0].id is required: it says which entry of the contact changes
twice: ValueError: Argument #2 ($changes) contact.addresses has two entries for BILLING: give only one
empty number: ValueError: Argument #2 ($changes) contact.phone_numbers[0].number must not be empty: leave it out, or give null
blank phone: ValueError: Argument #2 ($changes) contact.phone must not be empty: leave it out, or give null
blank fax number: ValueError: Argument #1 ($contact) contact.fax_numbers[0].number must not be empty: leave it out, or give null
empty name: ValueError: Argument #1 ($contact) contact.social_accounts[0].name must not be empty: leave it out, or give null
in an upsert: ValueError: Argument #1 ($contact) contact.phone_numbers[0].field is required: it says which entry of the contact changes
no value: ValueError: Argument #2 ($changes) contact.phone_numbers has an entry for PHONE1 without number, and the contact in Keap has no such entry yet: give number
no value in an upsert: ValueError: Argument #1 ($contact) contact.fax_numbers has an entry for FAX1 without number, and the contact in Keap has no such entry yet: give number
int(0)
array(0) {
}
