--TEST--
A DateTimeInterface in a custom field is written by Keap's model in every shape that custom fields can have
--FILE--
<?php
require __DIR__ . '/../functions/objects.inc';

$fields = ['custom_fields' => [
    ['id' => '7', 'label' => 'Renewal', 'field_name' => '_Renewal', 'field_type' => 'DATE'],
    ['id' => '8', 'label' => 'Seen', 'field_name' => '_Seen', 'field_type' => 'DATE_TIME'],
]];
infusionsoft_fake([
    'retrieveContactModel' => $fields,
    'retrieveCompanyCustomFieldModel' => $fields,
    'getContact' => ['id' => '5'],
    'createContact' => ['id' => '5'],
    'updateContact' => ['id' => '5'],
    'createCompany' => ['id' => '6'],
]);
$last = function (): string {
    $sent = infusionsoft_recorded();
    return json_encode(end($sent)['body']['custom_fields']);
};
$seven = fn (mixed $value) => [['id' => 7, 'content' => $value]];
foreach ([
    'map' => [7 => midnight()],
    'map, what an object gives' => [7 => new Json(midnight())],
    'map, several values' => [7 => [midnight(), new Json([midnight()])]],
    'map, by name' => ['renewal' => new Json(midnight()), 'Seen' => [midnight()]],
    'list' => $seven(midnight()),
    'list, what an object gives' => $seven(new Json(midnight())),
    'list, several values' => $seven([midnight()]),
    'list of objects' => [new Json(['id' => new Text('7'), 'content' => midnight()])],
    'object with a map' => new Json(['Renewal' => midnight()]),
    'object with a list' => new Json($seven(midnight())),
] as $label => $given) {
    $results = [];
    infusionsoft_contact_create(['phone' => '1', 'custom_fields' => $given]);
    $results[$last()][] = 'create';
    infusionsoft_contact_update(5, ['custom_fields' => $given]);
    $results[$last()][] = 'update';
    infusionsoft_call('createContact', ['custom_fields' => $given]);
    $results[$last()][] = 'createContact';
    infusionsoft_call('createContact', ['body' => ['custom_fields' => $given]]);
    $results[$last()][] = 'createContact with a body';
    infusionsoft_call('updateContact', ['contact_id' => 5, 'body' => new Json(['custom_fields' => $given])]);
    $results[$last()][] = 'updateContact with an object as body';
    $reference = [&$given];
    infusionsoft_call('createCompany', ['company_name' => 'A', 'custom_fields' => &$reference[0]]);
    $results[$last()][] = 'createCompany';
    echo "$label:";
    foreach ($results as $sent => $calls) {
        echo count($results) > 1 ? implode(', ', $calls) : '', " $sent\n";
    }
}
?>
--EXPECT--
map: [{"id":"7","content":"2026-01-31"}]
map, what an object gives: [{"id":"7","content":"2026-01-31"}]
map, several values: [{"id":"7","content":["2026-01-31",["2026-01-31"]]}]
map, by name: [{"id":"7","content":"2026-01-31"},{"id":"8","content":["2026-01-30T11:30:00Z"]}]
list: [{"id":"7","content":"2026-01-31"}]
list, what an object gives: [{"id":"7","content":"2026-01-31"}]
list, several values: [{"id":"7","content":["2026-01-31"]}]
list of objects: [{"id":"7","content":"2026-01-31"}]
object with a map: [{"id":"7","content":"2026-01-31"}]
object with a list: [{"id":"7","content":"2026-01-31"}]
