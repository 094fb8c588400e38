--TEST--
A contact is created from the short forms: email, phone and a map of custom fields
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$contact = infusionsoft_contact_create([
    'given_name' => 'Mary',
    'family_name' => 'Chan',
    'email' => 'mary@example.com',
    'phone' => '+1 480 555 0100',
    'custom_fields' => [7 => 'gold', '11' => 'Sam'],
]);
var_dump($contact['id'], $contact['given_name']);

[$request] = $keap->journal();
echo "$request[method] $request[path] $request[query_raw] $request[status]\n";
echo json_encode($request['body'], JSON_PRETTY_PRINT), "\n";
var_dump($keap->violations());
?>
--EXPECT--
string(4) "1001"
string(4) "Mary"
POST /crm/rest/v2/contacts  201
{
    "given_name": "Mary",
    "family_name": "Chan",
    "custom_fields": [
        {
            "id": "7",
            "content": "gold"
        },
        {
            "id": "11",
            "content": "Sam"
        }
    ],
    "email_addresses": [
        {
            "email": "mary@example.com",
            "field": "EMAIL1"
        }
    ],
    "phone_numbers": [
        {
            "number": "+1 480 555 0100",
            "field": "PHONE1"
        }
    ]
}
array(0) {
}
