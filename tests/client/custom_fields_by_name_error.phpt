--TEST--
An unknown or ambiguous name of a custom field throws, with the name that was probably meant or the ids; no contact is created
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$create = fn (array $fields, array $more = []) => fn () => infusionsoft_contact_create(['email' => 'mary@example.com', 'custom_fields' => $fields] + $more);
outcomes([
    'misspelt' => $create(['Favorite colour' => 'red']),
    'nothing like it' => $create(['Shoe' => 'red']),
    'twice' => $create([13 => 7, 'Points' => 8]),
    'twice by two names' => $create(['points' => 7, '_Points' => 8]),
    'update' => fn () => infusionsoft_contact_update(1, ['custom_fields' => ['Pionts' => null]]),
]);
$asked = count($keap->journal('/crm'));
outcomes(['something else is wrong' => $create(['Shoe' => 'red'], ['give_name' => 'Mary'])]);
var_dump(count($keap->journal('/crm')) - $asked, $keap->count('POST /crm/rest/v2/contacts'));
$keap->fault(['path' => '/crm/rest/v2/contacts/model', 'action' => 'status', 'status' => 200, 'body' => ['custom_fields' => [
    ['id' => 21, 'label' => 'Size'], ['id' => '22', 'label' => 'Other', 'field_name' => 'Size'], ['label' => 'Odd'], 'text', ['id' => '23'],
]]]);
outcomes(['several' => $create(['Size' => 'L'])]);
$keap->fault(['path' => '/crm/rest/v2/contacts/model', 'action' => 'status', 'status' => 200, 'body' => ['custom_fields' => [['id' => '23']]]]);
outcomes(['a name of nothing' => $create(['_' => 'L'])]);
$keap->fault(['path' => '/crm/rest/v2/contacts/model', 'action' => 'status', 'status' => 200, 'body' => []]);
outcomes(['none at all' => $create(['Size' => 'L'])]);
var_dump($keap->count('POST /crm/rest/v2/contacts'));
?>
--EXPECT--
misspelt: ValueError: Argument #1 ($contact) contact.custom_fields has "Favorite colour", and Keap has no custom field of that name; did you mean "Favourite colour"?
nothing like it: ValueError: Argument #1 ($contact) contact.custom_fields has "Shoe", and Keap has no custom field of that name; did you mean "Size"?
twice: ValueError: Argument #1 ($contact) contact.custom_fields has custom field 13 twice, the second time as "Points"
twice by two names: ValueError: Argument #1 ($contact) contact.custom_fields has custom field 13 twice, the second time as "_Points"
update: ValueError: Argument #2 ($changes) contact.custom_fields has "Pionts", and Keap has no custom field of that name; did you mean "Points"?
something else is wrong: ValueError: Argument #1 ($contact) contact has no field "give_name" in Keap; did you mean "given_name"?
int(0)
int(0)
several: ValueError: Argument #1 ($contact) contact.custom_fields has "Size", and Keap has several custom fields of that name: give the id, 21 or 22
a name of nothing: ValueError: Argument #1 ($contact) contact.custom_fields has "_", and Keap has no custom field of that name
none at all: ValueError: Argument #1 ($contact) contact.custom_fields has "Size", and Keap has no custom field of that name
int(0)
