--TEST--
A contact is deleted; a missing contact is an error, except on a retry
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
[$one, $other] = array_map(fn (string $name) => infusionsoft_contact_create(['email' => "$name@example.com"])['id'], ['a', 'b']);
var_dump(infusionsoft_contact_delete($one));
$keap->fault(['path' => '/crm', 'method' => 'DELETE', 'action' => 'hangup', 'at' => 'after']);
infusionsoft_contact_delete((int) $other);
echo count($keap->state()['contacts']), " left\n";
outcomes([
    'gone' => fn () => infusionsoft_contact_delete($one),
    'no id' => fn () => infusionsoft_contact_delete('x'),
    'zero' => fn () => infusionsoft_contact_delete(0),
]);
var_dump($keap->violations());
?>
--EXPECT--
NULL
0 left
gone: ApiException 404 NOT_FOUND
no id: ValueError: Argument #1 ($id) must be a contact id: a positive whole number as Keap gives it, as int or string
zero: ValueError: Argument #1 ($id) must be a contact id: a positive whole number as Keap gives it, as int or string
array(0) {
}
