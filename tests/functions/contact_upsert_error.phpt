--TEST--
An upsert refuses a contact that cannot be found, before anything is sent
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$mary = ['email' => 'mary@example.com'];
outcomes([
    'nothing' => fn () => infusionsoft_contact_upsert([]),
    'no address' => fn () => infusionsoft_contact_upsert(['phone' => '1']),
    'no EMAIL1' => fn () => infusionsoft_contact_upsert(['email_addresses' => [['field' => 'EMAIL2', 'email' => 'a@example.com']]]),
    'null' => fn () => infusionsoft_contact_upsert(['email' => null, 'phone' => '1']),
    'empty' => fn () => infusionsoft_contact_upsert(['email' => '']),
    'widening' => fn () => infusionsoft_contact_upsert(['email' => 'm*@example.com']),
    'no name' => fn () => infusionsoft_contact_upsert($mary, 'EmailAndName'),
    'no company' => fn () => infusionsoft_contact_upsert($mary + ['given_name' => 'Mary', 'company' => ['company_name' => 'Chan']], 'EmailAndNameAndCompany'),
    'match' => fn () => infusionsoft_contact_upsert($mary, 'email'),
    'unknown' => fn () => infusionsoft_contact_upsert($mary + ['fist_name' => 'Mary']),
    'reason' => fn () => infusionsoft_contact_upsert(['email_addresses' => [['field' => 'EMAIL1', 'email' => 'a@b']], 'opt_in_reason' => 'x']),
    'fields' => fn () => infusionsoft_contact_upsert($mary, 'Email', ['nme']),
    'account' => fn () => infusionsoft_contact_upsert($mary, 'Email', null, ''),
]);
var_dump($keap->journal('/crm'));
?>
--EXPECT--
nothing: ValueError: Argument #1 ($contact) contact needs a way to be reached: give email, phone, or an entry of email_addresses, phone_numbers or addresses
no address: ValueError: Argument #1 ($contact) contact needs email (or an EMAIL1 entry of email_addresses): the contact in Keap is found by it (match "Email")
no EMAIL1: ValueError: Argument #1 ($contact) contact needs email (or an EMAIL1 entry of email_addresses): the contact in Keap is found by it (match "Email")
null: ValueError: Argument #1 ($contact) contact needs email (or an EMAIL1 entry of email_addresses): the contact in Keap is found by it (match "Email")
empty: ValueError: Argument #1 ($contact) contact.email must not be empty: leave it out, or give null
widening: ValueError: Argument #1 ($contact) contact.email must be one whole e-mail address, without blanks, invisible characters, "*", ";" or "=="
no name: ValueError: Argument #1 ($contact) contact needs given_name or family_name: the contact in Keap is found by it (match "EmailAndName")
no company: ValueError: Argument #1 ($contact) contact needs company.id: the contact in Keap is found by it (match "EmailAndNameAndCompany")
match: ValueError: Argument #2 ($match) must be "Email", "EmailAndName" or "EmailAndNameAndCompany"; did you mean "Email"?
unknown: ValueError: Argument #1 ($contact) contact has no field "fist_name" in Keap; did you mean "given_name"?
reason: ValueError: Argument #1 ($contact) contact.opt_in_reason is given without contact.email: give both, or give opt_in_reason in an entry of email_addresses
fields: ValueError: Argument #3 ($fields) must hold properties of a contact; "nme" is not one
account: ValueError: Argument #4 ($account) must be 1 to 128 bytes long and without NUL
array(0) {
}
