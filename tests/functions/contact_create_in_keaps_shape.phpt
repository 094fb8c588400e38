--TEST--
A contact in Keap's own shape is sent unchanged
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$contact = [
    'email_addresses' => [
        ['email' => 'mary@example.com', 'field' => 'EMAIL1', 'opt_in_reason' => 'Signed up'],
        ['email' => 'mary@example.org', 'field' => 'EMAIL2'],
    ],
    'phone_numbers' => [['number' => '480 555 0100', 'field' => 'PHONE3', 'type' => 'Mobile', 'extension' => '7']],
    'addresses' => [
        ['line1' => '1 Main St', 'locality' => 'Tempe', 'region' => 'Arizona', 'country_code' => 'USA', 'field' => 'BILLING'],
        ['line1' => '2 Main St', 'field' => 'SHIPPING'],
    ],
    'company' => ['company_name' => 'Chan & Daughters'],
    'fax_numbers' => [['number' => '480 555 0101', 'field' => 'FAX1']],
    'social_accounts' => [['name' => 'mary', 'type' => 'LINKED_IN']],
    'custom_fields' => [['id' => '7', 'content' => ['a', 'b']]],
    'utm_parameters' => ['keap_source_id' => '3', 'utm_source' => 'newsletter'],
    'origin' => ['ip_address' => '192.0.2.7'],
    'birth_date' => '1990-02-03',
    'time_zone' => 'America/Phoenix',
    'source_type' => 'API',
];
$created = infusionsoft_contact_create($contact);
var_dump($created['id']);
var_dump($keap->journal()[0]['body'] === $contact);
var_dump($keap->violations());
?>
--EXPECT--
string(4) "1001"
bool(true)
array(0) {
}
