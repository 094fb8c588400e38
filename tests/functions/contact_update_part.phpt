--TEST--
Changing one address, number or custom field leaves the others of the contact unchanged
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$id = infusionsoft_contact_create([
    'email_addresses' => [
        ['email' => 'mary@example.com', 'field' => 'EMAIL1', 'opt_in_reason' => 'asked'],
        ['email' => 'second@example.com', 'field' => 'EMAIL2', 'opt_in_reason' => 'asked'],
    ],
    'phone_numbers' => [['number' => '1', 'field' => 'PHONE1'], ['number' => '2', 'field' => 'PHONE2', 'type' => 'Work']],
    'custom_fields' => [11 => 'red', 13 => 7, 15 => 'S'],
])['id'];
$change = function (array $changes) use ($id): void {
    $contact = infusionsoft_contact_update($id, $changes, ['email_addresses', 'phone_numbers', 'custom_fields']);
    echo 'emails: ', implode(', ', array_map(fn (array $one) => "$one[field] $one[email]", $contact['email_addresses'])),
        '; phones: ', implode(', ', array_map(fn (array $one) => "$one[field] $one[number]", $contact['phone_numbers'])),
        '; custom fields: ', implode(', ', array_map(fn (array $one) => "$one[id] $one[content]", $contact['custom_fields'])), "\n";
};
$change(['email' => 'new@example.com']);
$change(['phone' => '3', 'custom_fields' => [13 => 8]]);
$change(['custom_fields' => ['Favourite colour' => null, 'Newsletter' => 1, 15 => 'L']]);
$change(['email' => null, 'phone' => null]);
// A collection that is emptied is not read first, and beside it a short form is all that the collection then has.
$before = count($keap->journal("/crm/rest/v2/contacts/$id"));
$change(['email' => 'only@example.com', 'email_addresses' => null]);
$sent = array_slice($keap->journal("/crm/rest/v2/contacts/$id"), $before);
echo count($sent), ' request: ', json_encode($sent[0]['body']), "\n";
foreach ($keap->journal("/crm/rest/v2/contacts/$id") as $request) {
    echo "$request[method] ", json_encode($request['query']['update_mask'] ?? $request['query']), "\n";
}
var_dump($keap->violations());
?>
--EXPECT--
emails: EMAIL1 new@example.com, EMAIL2 second@example.com; phones: PHONE1 1, PHONE2 2; custom fields: 11 red, 13 7, 15 S
emails: EMAIL1 new@example.com, EMAIL2 second@example.com; phones: PHONE1 3, PHONE2 2; custom fields: 13 8, 11 red, 15 S
emails: EMAIL1 new@example.com, EMAIL2 second@example.com; phones: PHONE1 3, PHONE2 2; custom fields: 15 L, 17 1, 13 8
emails: EMAIL2 second@example.com; phones: PHONE2 2; custom fields: 15 L, 17 1, 13 8
emails: EMAIL1 only@example.com; phones: PHONE2 2; custom fields: 15 L, 17 1, 13 8
1 request: {"email_addresses":[{"email":"only@example.com","field":"EMAIL1"}]}
GET {"fields":["email_addresses"]}
PATCH ["email_addresses"]
GET {"fields":["phone_numbers,custom_fields"]}
PATCH ["phone_numbers","custom_fields"]
GET {"fields":["custom_fields"]}
PATCH ["custom_fields"]
GET {"fields":["email_addresses,phone_numbers"]}
PATCH ["email_addresses","phone_numbers"]
PATCH ["email_addresses"]
array(0) {
}
