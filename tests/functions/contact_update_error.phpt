--TEST--
Invalid changes are refused before anything is sent; an unknown contact is a 404
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
outcomes([
    'nothing' => fn () => infusionsoft_contact_update(1, []),
    'unknown' => fn () => infusionsoft_contact_update(1, ['fist_name' => 'Mary']),
    'unknown and null' => fn () => infusionsoft_contact_update(1, ['fist_name' => null]),
    'no name' => fn () => infusionsoft_contact_update(1, ['Mary']),
    'type' => fn () => infusionsoft_contact_update(1, ['given_name' => []]),
    'email' => fn () => infusionsoft_contact_update(1, ['email' => 'mary']),
    'empty email' => fn () => infusionsoft_contact_update(1, ['email' => '']),
    'email twice' => fn () => infusionsoft_contact_update(1, ['email' => 'a@b', 'email_addresses' => [['field' => 'EMAIL1', 'email' => 'c@d']]]),
    'custom fields' => fn () => infusionsoft_contact_update(1, ['custom_fields' => 7]),
    'beside a name' => fn () => infusionsoft_contact_update(1, ['custom_fields' => ['Points' => 7], 'website' => str_repeat('x', 101)]),
    'fields' => fn () => infusionsoft_contact_update(1, ['given_name' => 'Mary'], ['nme']),
    'id' => fn () => infusionsoft_contact_update('x', ['given_name' => 'Mary']),
    'account' => fn () => infusionsoft_contact_update(1, ['given_name' => 'Mary'], null, ''),
]);
echo count($keap->journal('/crm')), " requests\n";
outcomes([
    'unknown contact' => fn () => infusionsoft_contact_update(1, ['given_name' => 'Mary']),
    'unknown contact, in part' => fn () => infusionsoft_contact_update(1, ['email' => 'mary@example.com']),
]);
echo count($keap->journal('/crm')), " requests\n";
?>
--EXPECT--
nothing: ValueError: Argument #2 ($changes) must hold at least one field to change
unknown: ValueError: Argument #2 ($changes) contact has no field "fist_name" in Keap; did you mean "given_name"?
unknown and null: ValueError: Argument #2 ($changes) contact has no field "fist_name" in Keap; did you mean "given_name"?
no name: ValueError: Argument #2 ($changes) contact must be keyed by field names, not by numbers (0)
type: ValueError: Argument #2 ($changes) contact.given_name must be a string, array given
email: ValueError: Argument #2 ($changes) contact.email must be an e-mail address, such as mary@example.com
empty email: ValueError: Argument #2 ($changes) contact.email must not be empty: leave it out, or give null
email twice: ValueError: Argument #2 ($changes) contact.email and an entry of contact.email_addresses for EMAIL1 are both given: give only one of them
custom fields: ValueError: Argument #2 ($changes) contact.custom_fields must be an array of id => value, int given
beside a name: ValueError: Argument #2 ($changes) contact.website must be at most 100 characters long, 101 given
fields: ValueError: Argument #3 ($fields) must hold properties of a contact; "nme" is not one
id: ValueError: Argument #1 ($id) must be a contact id: a positive whole number as Keap gives it, as int or string
account: ValueError: Argument #4 ($account) must be 1 to 128 bytes long and without NUL
0 requests
unknown contact: ApiException 404 NOT_FOUND
unknown contact, in part: ApiException 404 NOT_FOUND
2 requests
