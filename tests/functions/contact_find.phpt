--TEST--
infusionsoft_contact_find() returns the contact with the whole address, in any case, with the lowest id, or null
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
infusionsoft_contact_create(['email' => 'mary@example.com.au']);
infusionsoft_contact_create(['email' => 'Mary+News@Example.com', 'given_name' => 'first']);
infusionsoft_contact_create(['email' => 'mary+news@example.com', 'given_name' => 'second']);
infusionsoft_contact_create([
    'email' => 'x@example.com',
    'email_addresses' => [['email' => "o'mary&co@example.com", 'field' => 'EMAIL2']],
]);
// Keap can return contacts in any order.
$keap->options(['default_order' => 'id desc']);

$find = fn (string $email) => infusionsoft_contact_find($email)['id'] ?? null;
var_dump($find('mary+news@example.com'));
var_dump($find('MARY+NEWS@EXAMPLE.COM'));
var_dump($find("o'mary&co@example.com"));
var_dump(infusionsoft_contact_find('mary@example.com'));
var_dump(infusionsoft_contact_find(email: 'nobody@example.com'));
// Everything is percent-encoded; a space is %20.
echo $keap->journal()[4]['query']['filter'][0], "\n";
var_dump($keap->violations());
?>
--EXPECT--
string(4) "1002"
string(4) "1002"
string(4) "1004"
NULL
NULL
email==mary+news@example.com
array(0) {
}
