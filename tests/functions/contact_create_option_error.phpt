--TEST--
A wrong duplicate_option and wrong properties for the reply are refused
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
foreach (['email', 'EmailAndname', 'Phone', '', "Email\0", 'Email&fields=id'] as $option) {
    echo outcome(fn () => infusionsoft_contact_create(['email' => 'a@example.com'], $option)), "\n";
}
foreach ([[], ['given_nme'], ['id,notes'], ['id', 7], ['id', null], ["id\0"], ['']] as $fields) {
    echo addcslashes(outcome(fn () => infusionsoft_contact_create(['email' => 'a@example.com'], fields: $fields)), "\0"), "\n";
}
echo outcome(fn () => infusionsoft_contact_create('mary@example.com')), "\n";
var_dump($keap->journal());
?>
--EXPECT--
ValueError: Argument #2 ($duplicate_option) must be "Email", "EmailAndName", "EmailAndNameAndCompany" or null; did you mean "Email"?
ValueError: Argument #2 ($duplicate_option) must be "Email", "EmailAndName", "EmailAndNameAndCompany" or null; did you mean "EmailAndName"?
ValueError: Argument #2 ($duplicate_option) must be "Email", "EmailAndName", "EmailAndNameAndCompany" or null
ValueError: Argument #2 ($duplicate_option) must be "Email", "EmailAndName", "EmailAndNameAndCompany" or null
ValueError: Argument #2 ($duplicate_option) must be "Email", "EmailAndName", "EmailAndNameAndCompany" or null; did you mean "Email"?
ValueError: Argument #2 ($duplicate_option) must be "Email", "EmailAndName", "EmailAndNameAndCompany" or null
ValueError: Argument #3 ($fields) must not be empty: pass null for Keap's default properties
ValueError: Argument #3 ($fields) must hold properties of a contact; "given_nme" is not one; did you mean "given_name"?
ValueError: Argument #3 ($fields) must hold properties of a contact; "id,notes" is not one; did you mean "notes"?
ValueError: Argument #3 ($fields) must hold strings, int given
ValueError: Argument #3 ($fields) must hold strings, null given
ValueError: Argument #3 ($fields) must hold properties of a contact; "id" is not one; did you mean "id"?
ValueError: Argument #3 ($fields) must hold properties of a contact; "" is not one
TypeError: Argument #1 ($contact) must be of type array, string given
array(0) {
}
