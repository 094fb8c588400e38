--TEST--
The id of a custom field that begins with a zero is refused: Keap would read it as another id
--FILE--
<?php
require __DIR__ . '/../keap/outcome.inc';

infusionsoft_fake([]);
$fields = fn (array $fields): array => ['email' => 'mary@example.com', 'custom_fields' => $fields];
outcomes([
    'create' => fn () => infusionsoft_contact_create($fields([['id' => '011', 'content' => 'x']])),
    'update' => fn () => infusionsoft_contact_update(1, $fields([['id' => 11, 'content' => 'x'], ['id' => '011', 'content' => 'y']])),
    'upsert' => fn () => infusionsoft_contact_upsert($fields([['id' => ' 11', 'content' => 'x']])),
    'a negative id' => fn () => infusionsoft_contact_upsert($fields([-11 => 'x'])),
]);
var_dump(infusionsoft_recorded());
?>
--EXPECT--
create: ValueError: Argument #1 ($contact) contact.custom_fields[0].id must be the id of a custom field: digits without a leading zero
update: ValueError: Argument #2 ($changes) contact.custom_fields[1].id must be the id of a custom field: digits without a leading zero
upsert: ValueError: Argument #1 ($contact) contact.custom_fields[0].id must be the id of a custom field: digits without a leading zero
a negative id: ValueError: Argument #1 ($contact) contact.custom_fields must be keyed by the ids of custom fields; -11 is not an id: write [7 => 'value'], not a plain list
array(0) {
}
