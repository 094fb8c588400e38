--TEST--
An upsert keeps every entry and member that it does not name, and null and empty values change nothing
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$id = infusionsoft_contact_create([
    'given_name' => 'Mary', 'family_name' => 'Chan',
    'email_addresses' => [
        ['email' => 'mary@example.com', 'field' => 'EMAIL1', 'opt_in_reason' => 'asked'],
        ['email' => 'second@example.com', 'field' => 'EMAIL2'],
    ],
    'phone_numbers' => [['number' => '1', 'field' => 'PHONE1', 'type' => 'Work', 'extension' => '12'], ['number' => '2', 'field' => 'PHONE2']],
    'fax_numbers' => [['number' => '3', 'field' => 'FAX1', 'type' => 'Home']],
    'addresses' => [
        ['field' => 'BILLING', 'line1' => '1 Main St', 'locality' => 'Austin', 'country_code' => 'USA'],
        ['field' => 'SHIPPING', 'line1' => '2 Main St'],
    ],
    'social_accounts' => [['type' => 'FACEBOOK', 'name' => 'mary'], ['type' => 'TWITTER', 'name' => 'm']],
    'custom_fields' => [11 => 'red', 13 => 7],
])['id'];
$held = ['given_name', 'family_name', 'email_addresses', 'phone_numbers', 'fax_numbers', 'addresses', 'social_accounts', 'custom_fields'];
$before = infusionsoft_contact_get($id, $held);

// A form whose optional fields are empty.
$empty = infusionsoft_contact_upsert([
    'email' => 'Mary@example.com', 'opt_in_reason' => null, 'given_name' => '', 'family_name' => null, 'phone' => null,
    'phone_numbers' => [['field' => 'PHONE1', 'number' => null, 'type' => '']],
    'addresses' => [['field' => 'BILLING', 'line1' => null, 'line2' => '']], 'fax_numbers' => [], 'social_accounts' => null,
    'custom_fields' => [11 => '', 13 => null],
], fields: $held);
var_dump($empty == $before, $keap->count('PATCH /crm/rest/v2/contacts/{contact_id}'));

infusionsoft_contact_upsert([
    'email' => 'mary@example.com', 'opt_in_reason' => 'asked again', 'phone' => '9',
    'fax_numbers' => [['field' => 'FAX1', 'number' => '4']],
    'addresses' => [['field' => 'BILLING', 'line2' => 'Flat 2'], ['field' => 'OTHER', 'line1' => '3 Main St']],
    'social_accounts' => [['type' => 'TWITTER', 'name' => 'mc'], ['type' => 'YOUTUBE', 'name' => 'maryc']],
    'custom_fields' => ['Points' => 8],
]);
foreach (infusionsoft_contact_get($id, $held) as $name => $value) {
    echo "$name: ", json_encode($value), "\n";
}
var_dump(count($keap->state()['contacts']), $keap->violations());
?>
--EXPECT--
bool(true)
int(0)
given_name: "Mary"
family_name: "Chan"
email_addresses: [{"email":"mary@example.com","field":"EMAIL1","opt_in_reason":"asked again","is_opt_in":true,"email_opt_status":"SINGLE_OPT_IN"},{"email":"second@example.com","field":"EMAIL2","is_opt_in":false,"email_opt_status":"NON_MARKETABLE"}]
phone_numbers: [{"extension":"12","number":"9","type":"Work","field":"PHONE1"},{"number":"2","field":"PHONE2"}]
fax_numbers: [{"number":"4","type":"Home","field":"FAX1"}]
addresses: [{"line1":"1 Main St","locality":"Austin","field":"BILLING","country_code":"USA","line2":"Flat 2"},{"field":"OTHER","line1":"3 Main St"},{"line1":"2 Main St","field":"SHIPPING"}]
social_accounts: [{"name":"mc","type":"TWITTER"},{"type":"YOUTUBE","name":"maryc"},{"name":"mary","type":"FACEBOOK"}]
custom_fields: [{"id":"13","content":8},{"id":"11","content":"red"}]
int(1)
array(0) {
}
