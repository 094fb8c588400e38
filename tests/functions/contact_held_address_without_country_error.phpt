--TEST--
Where Keap holds a region without a country, a change of the addresses names that address before it is sent
--INI--
infusionsoft.fake=
--FILE--
<?php
require __DIR__ . '/../keap/outcome.inc';

$mary = ['id' => '7', 'email_addresses' => [['field' => 'EMAIL1', 'email' => 'mary@example.com']],
    'addresses' => [['field' => 'BILLING', 'region' => 'Texas', 'country' => 'United States']]];
infusionsoft_fake(['listContacts' => ['contacts' => [$mary]], 'getContact' => $mary]);
$addresses = ['addresses' => [['field' => 'SHIPPING', 'line1' => '2 Main St']]];
outcomes([
    'update' => fn () => infusionsoft_contact_update(7, $addresses),
    'upsert' => fn () => infusionsoft_contact_upsert(['email' => 'mary@example.com'] + $addresses),
    'nothing changes' => fn () => infusionsoft_contact_upsert(['email' => 'mary@example.com', 'addresses' => [['field' => 'BILLING', 'region' => '']]])['id'],
]);
$addresses['addresses'][] = ['field' => 'BILLING', 'country_code' => 'USA'];
infusionsoft_contact_upsert(['email' => 'mary@example.com'] + $addresses);
echo json_encode(infusionsoft_recorded()[array_key_last(infusionsoft_recorded())]['body']), "\n";
echo implode(', ', array_column(infusionsoft_recorded(), 'operation')), "\n";
?>
--EXPECT--
update: ValueError: Argument #2 ($changes) contact.addresses: the BILLING address of the contact in Keap has a region and would be sent without country_code, which Keap refuses: give country_code (three letters, such as USA) in an entry for BILLING
upsert: ValueError: Argument #1 ($contact) contact.addresses: the BILLING address of the contact in Keap has a region and would be sent without country_code, which Keap refuses: give country_code (three letters, such as USA) in an entry for BILLING
nothing changes: "7"
{"addresses":[{"field":"SHIPPING","line1":"2 Main St"},{"country":"United States","region":"Texas","field":"BILLING","country_code":"USA"}]}
getContact, listContacts, listContacts, listContacts, updateContact
