--TEST--
A JsonSerializable that gives null is null: it empties in an update, and changes nothing in a create and an upsert
--FILE--
<?php
require __DIR__ . '/objects.inc';
$inKeap = [
    'id' => '5',
    'given_name' => 'Mary',
    'email_addresses' => [['field' => 'EMAIL1', 'email' => 'mary@example.com']],
    'phone_numbers' => [['field' => 'PHONE1', 'number' => '1'], ['field' => 'PHONE2', 'number' => '2']],
    'addresses' => [['field' => 'BILLING', 'line1' => 'one', 'line2' => 'two']],
    'custom_fields' => [['id' => '7', 'content' => 'red'], ['id' => '8', 'content' => 'big']],
];
infusionsoft_fake(['getContact' => $inKeap, 'listContacts' => ['contacts' => [$inKeap]], 'createContact' => ['id' => '6'], 'updateContact' => ['id' => '5']]);
$last = function (): string {
    $sent = infusionsoft_recorded();
    $request = end($sent);
    return "$request[method] " . json_encode($request['query']['update_mask'] ?? null) . ' ' . json_encode($request['body']);
};
$nothing = new Json(new Json(null));
foreach ([
    [['phone' => $nothing], ['phone' => null]],
    [['addresses' => [['field' => 'BILLING', 'line2' => $nothing]]], ['addresses' => [['field' => 'BILLING', 'line2' => null]]]],
    [['addresses' => $nothing], ['addresses' => null]],
    [['custom_fields' => [7 => $nothing]], ['custom_fields' => [7 => null]]],
    [['custom_fields' => [['id' => 7, 'content' => $nothing]]], ['custom_fields' => [['id' => 7, 'content' => null]]]],
    [['custom_fields' => $nothing], ['custom_fields' => null]],
    [['given_name' => $nothing], ['given_name' => null]],
] as [$given, $plain]) {
    infusionsoft_contact_update(5, $given);
    $sent = $last();
    infusionsoft_contact_update(5, $plain);
    echo $sent, $sent === $last() ? '' : ' but null sends ' . $last(), "\n";
}
$all = ['phone' => $nothing, 'addresses' => $nothing, 'custom_fields' => [7 => $nothing], 'given_name' => $nothing];
infusionsoft_contact_create(['email' => 'mary@example.com'] + $all);
echo $last(), "\n";
infusionsoft_contact_upsert(['email' => 'mary@example.com'] + $all);
echo $last(), "\n";
?>
--EXPECT--
PATCH "phone_numbers" {"phone_numbers":[{"number":"2","field":"PHONE2"}]}
PATCH "addresses" {"addresses":[{"line1":"one","field":"BILLING"}]}
PATCH "addresses" []
PATCH "custom_fields" {"custom_fields":[{"id":"8","content":"big"}]}
PATCH "custom_fields" {"custom_fields":[{"id":"8","content":"big"}]}
PATCH "custom_fields" []
PATCH "given_name" []
POST null {"custom_fields":[],"email_addresses":[{"email":"mary@example.com","field":"EMAIL1"}]}
GET null null
