--TEST--
A DateTimeInterface in a custom field is a date where Keap's model says DATE, and a point in time elsewhere
--FILE--
<?php
require __DIR__ . '/../functions/objects.inc';

$model = ['custom_fields' => [
    ['id' => '7', 'label' => 'Renewal', 'field_name' => '_Renewal', 'field_type' => 'DATE'],
    ['id' => '8', 'label' => 'Seen', 'field_name' => '_Seen', 'field_type' => 'DATE_TIME'],
    ['id' => '9', 'label' => 'Notes', 'field_name' => '_Notes', 'field_type' => 'TEXT'],
]];
$reply = ['id' => '1'];
$show = function (): void {
    $request = infusionsoft_recorded()[count(infusionsoft_recorded()) - 1];
    echo $request['method'], ' ', json_encode($request['body']['custom_fields']), "\n";
};
infusionsoft_fake(['retrieveContactModel' => $model, 'createContact' => $reply, 'updateContact' => $reply, 'getContact' => $reply, 'retrieveOrderCustomFieldModel' => $model, 'updateOrder' => $reply]);
infusionsoft_contact_create(['phone' => '1', 'custom_fields' => [7 => midnight(), 8 => midnight(), 9 => midnight(), 10 => midnight(), 11 => [midnight(), Level::Gold]]]);
$show();
infusionsoft_contact_create(['phone' => '1', 'custom_fields' => ['Renewal' => midnight(), '_Seen' => midnight()]]);
$show();
infusionsoft_contact_create(['phone' => '1', 'custom_fields' => [['id' => 7, 'content' => midnight()], ['id' => '8', 'content' => midnight()]]]);
$show();
infusionsoft_contact_update(1, ['custom_fields' => [7 => midnight()]]);
$show();
// Every resource with custom fields has a model of its own.
infusionsoft_call('updateOrder', ['order_id' => 5, 'custom_fields' => [['id' => 7, 'content' => midnight()]]]);
$show();

// Where the model cannot be read, a point in time is sent.
infusionsoft_fake(['retrieveContactModel' => ['status' => 403, 'body' => ['message' => 'no']], 'createContact' => $reply]);
infusionsoft_contact_create(['phone' => '1', 'custom_fields' => [7 => midnight()]]);
$show();
?>
--EXPECT--
POST [{"id":"7","content":"2026-01-31"},{"id":"8","content":"2026-01-30T11:30:00Z"},{"id":"9","content":"2026-01-30T11:30:00Z"},{"id":"10","content":"2026-01-30T11:30:00Z"},{"id":"11","content":["2026-01-30T11:30:00Z",3]}]
POST [{"id":"7","content":"2026-01-31"},{"id":"8","content":"2026-01-30T11:30:00Z"}]
POST [{"id":"7","content":"2026-01-31"},{"id":"8","content":"2026-01-30T11:30:00Z"}]
PATCH [{"id":"7","content":"2026-01-31"}]
PATCH [{"id":"7","content":"2026-01-31"}]
POST [{"id":"7","content":"2026-01-30T11:30:00Z"}]
