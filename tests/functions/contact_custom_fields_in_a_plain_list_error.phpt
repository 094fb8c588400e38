--TEST--
A plain list of values is refused as custom fields, also where values of it are null
--FILE--
<?php
require __DIR__ . '/objects.inc';
require __DIR__ . '/../keap/outcome.inc';

infusionsoft_fake([]);
foreach ([[null], [new Json(null)], [null, 'red'], ['red', null]] as $fields) {
    echo outcome(fn () => infusionsoft_contact_create(['phone' => '1', 'custom_fields' => $fields])), "\n";
    echo outcome(fn () => infusionsoft_contact_update(5, ['custom_fields' => $fields])), "\n";
}
var_dump(infusionsoft_recorded());
?>
--EXPECTF--
ValueError: Argument #1 ($contact) contact.custom_fields must be keyed by the ids of custom fields; 0 is not an id: %s
ValueError: Argument #2 ($changes) contact.custom_fields must be keyed by the ids of custom fields; 0 is not an id: %s
ValueError: Argument #1 ($contact) contact.custom_fields must be keyed by the ids of custom fields; 0 is not an id: %s
ValueError: Argument #2 ($changes) contact.custom_fields must be keyed by the ids of custom fields; 0 is not an id: %s
ValueError: Argument #1 ($contact) contact.custom_fields must be keyed by the ids of custom fields; 0 is not an id: %s
ValueError: Argument #2 ($changes) contact.custom_fields must be keyed by the ids of custom fields; 0 is not an id: %s
ValueError: Argument #1 ($contact) contact.custom_fields must be keyed by the ids of custom fields; 0 is not an id: %s
ValueError: Argument #2 ($changes) contact.custom_fields must be keyed by the ids of custom fields; 0 is not an id: %s
array(0) {
}
