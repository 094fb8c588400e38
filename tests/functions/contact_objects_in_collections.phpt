--TEST--
A collection, or an entry of one, that is a JsonSerializable is what it gives, in a create, an update and an upsert
--FILE--
<?php
require __DIR__ . '/objects.inc';
$inKeap = [
    'id' => '5',
    'email_addresses' => [['field' => 'EMAIL1', 'email' => 'mary@example.com']],
    'addresses' => [['field' => 'BILLING', 'line1' => 'old', 'line2' => 'stays']],
    'update_time' => '2026-01-31T00:00:00Z',
];
infusionsoft_fake([
    'getContact' => $inKeap,
    'listContacts' => ['contacts' => [$inKeap]],
    'createContact' => ['id' => '6'],
    'updateContact' => ['id' => '5'],
    'retrieveContactModel' => ['custom_fields' => [['id' => '7', 'label' => 'Colour']]],
]);
$entry = fn () => ['field' => new Json('BILLING'), 'line1' => new Text('new')];
$reference = new Json($entry());
$shapes = [
    'a collection' => new Json([$entry()]),
    'an entry' => [new Json($entry())],
    'both' => new Json([new Json(new Json($entry()))]),
    'a reference' => [&$reference],
];
$show = function (): void {
    $sent = array_filter(infusionsoft_recorded(), fn (array $request) => $request['method'] !== 'GET');
    $last = end($sent);
    echo '  ', $last['method'], ' ', json_encode($last['body']), "\n";
};
foreach ($shapes as $label => $addresses) {
    echo "$label\n";
    infusionsoft_contact_create(['phone' => '1', 'addresses' => $addresses]);
    $show();
    infusionsoft_contact_update(5, ['addresses' => $addresses]);
    $show();
    infusionsoft_contact_upsert(['email' => 'mary@example.com', 'addresses' => $addresses]);
    $show();
    // A contact that was read from Keap.
    infusionsoft_contact_update(5, ['id' => new Text('5'), 'update_time' => new Json('2026-01-31T00:00:00Z'), 'addresses' => $addresses]);
    $show();
}
echo "email addresses\n";
infusionsoft_contact_update(5, ['email_addresses' => new Json([['field' => 'EMAIL1', 'email' => 'other@example.com']])]);
$show();
echo "custom fields\n";
foreach ([new Json([7 => 'red']), new Json(['Colour' => new Json('red')]), [new Json(['id' => 7, 'content' => 'red'])], new Json([['id' => new Text('7'), 'content' => 'red']])] as $fields) {
    infusionsoft_contact_create(['phone' => '1', 'custom_fields' => $fields]);
    $show();
    infusionsoft_contact_update(5, ['custom_fields' => $fields]);
    $show();
}
?>
--EXPECT--
a collection
  POST {"addresses":[{"field":"BILLING","line1":"new"}],"phone_numbers":[{"number":"1","field":"PHONE1"}]}
  PATCH {"addresses":[{"line1":"new","line2":"stays","field":"BILLING"}]}
  PATCH {"addresses":[{"line1":"new","line2":"stays","field":"BILLING"}]}
  PATCH {"addresses":[{"line1":"new","line2":"stays","field":"BILLING"}]}
an entry
  POST {"addresses":[{"field":"BILLING","line1":"new"}],"phone_numbers":[{"number":"1","field":"PHONE1"}]}
  PATCH {"addresses":[{"line1":"new","line2":"stays","field":"BILLING"}]}
  PATCH {"addresses":[{"line1":"new","line2":"stays","field":"BILLING"}]}
  PATCH {"addresses":[{"line1":"new","line2":"stays","field":"BILLING"}]}
both
  POST {"addresses":[{"field":"BILLING","line1":"new"}],"phone_numbers":[{"number":"1","field":"PHONE1"}]}
  PATCH {"addresses":[{"line1":"new","line2":"stays","field":"BILLING"}]}
  PATCH {"addresses":[{"line1":"new","line2":"stays","field":"BILLING"}]}
  PATCH {"addresses":[{"line1":"new","line2":"stays","field":"BILLING"}]}
a reference
  POST {"addresses":[{"field":"BILLING","line1":"new"}],"phone_numbers":[{"number":"1","field":"PHONE1"}]}
  PATCH {"addresses":[{"line1":"new","line2":"stays","field":"BILLING"}]}
  PATCH {"addresses":[{"line1":"new","line2":"stays","field":"BILLING"}]}
  PATCH {"addresses":[{"line1":"new","line2":"stays","field":"BILLING"}]}
email addresses
  PATCH {"email_addresses":[{"email":"other@example.com","field":"EMAIL1"}]}
custom fields
  POST {"custom_fields":[{"id":"7","content":"red"}],"phone_numbers":[{"number":"1","field":"PHONE1"}]}
  PATCH {"custom_fields":[{"id":"7","content":"red"}]}
  POST {"custom_fields":[{"id":"7","content":"red"}],"phone_numbers":[{"number":"1","field":"PHONE1"}]}
  PATCH {"custom_fields":[{"id":"7","content":"red"}]}
  POST {"custom_fields":[{"id":"7","content":"red"}],"phone_numbers":[{"number":"1","field":"PHONE1"}]}
  PATCH {"custom_fields":[{"id":"7","content":"red"}]}
  POST {"custom_fields":[{"id":"7","content":"red"}],"phone_numbers":[{"number":"1","field":"PHONE1"}]}
  PATCH {"custom_fields":[{"id":"7","content":"red"}]}
