--TEST--
An update merges an entry member by member: what it does not name stays, in every collection
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
    'phone_numbers' => [['number' => '1', 'field' => 'PHONE1', 'type' => 'Work', 'extension' => '12', 'number_e164' => '+11'], ['number' => '2', 'field' => 'PHONE2']],
    'fax_numbers' => [['number' => '3', 'field' => 'FAX1', 'type' => 'Home'], ['number' => '4', 'field' => 'FAX2']],
    'addresses' => [
        ['field' => 'BILLING', 'line1' => '1 Main St', 'locality' => 'Austin', 'region' => 'Texas', 'region_code' => 'US-TX', 'country_code' => 'USA', 'postal_code' => '78701-0001', 'zip_code' => '78701', 'zip_four' => '0001'],
        ['field' => 'SHIPPING', 'line1' => '2 Main St'],
    ],
    'social_accounts' => [['type' => 'FACEBOOK', 'name' => 'mary'], ['type' => 'TWITTER', 'name' => 'm']],
    'custom_fields' => [11 => 'red', 13 => 7],
])['id'];
$change = function (array $changes) use ($id): void {
    echo json_encode($changes), "\n";
    $names = array_map(fn (string $name) => ['email' => 'email_addresses', 'phone' => 'phone_numbers'][$name] ?? $name, array_keys($changes));
    foreach (infusionsoft_contact_update($id, $changes, $names) as $name => $list) {
        foreach ($list as $entry) {
            unset($entry['is_opt_in'], $entry['email_opt_status']);
            ksort($entry);
            echo '    ', json_encode($entry), "\n";
        }
    }
};
$change(['email' => 'MARY@example.com']);
$change(['email_addresses' => [['field' => 'EMAIL2', 'email' => 'new@example.com']]]);
$change(['email_addresses' => [['field' => 'EMAIL3', 'email' => 'third@example.com'], ['field' => 'EMAIL1', 'opt_in_reason' => 'again']]]);
$change(['phone' => '1']);
$change(['phone' => '9']);
$change(['phone_numbers' => [['field' => 'PHONE2', 'type' => 'Home'], ['field' => 'PHONE1', 'extension' => null]]]);
$change(['fax_numbers' => [['field' => 'FAX1', 'number' => '5']]]);
$change(['addresses' => [['field' => 'BILLING', 'line2' => 'Flat 2', 'line1' => null]]]);
$change(['addresses' => [['field' => 'BILLING', 'region' => 'Utah', 'country_code' => 'USA', 'postal_code' => '84101']]]);
$change(['addresses' => [['field' => 'BILLING', 'zip_code' => '84102', 'zip_four' => '0002', 'country' => 'United States']]]);
$change(['addresses' => [['field' => 'BILLING', 'zip_code' => '84103']]]);
$change(['addresses' => [['field' => 'BILLING', 'region' => null, 'country' => 'Germany']]]);
$change(['social_accounts' => [['type' => 'TWITTER', 'name' => 'mc'], ['type' => 'YOUTUBE', 'name' => 'maryc']]]);
$change(['custom_fields' => [['id' => 13, 'content' => 8]]]);
// null and entries without a value
$change(['email_addresses' => [['field' => 'EMAIL2', 'email' => null]]]);
$change(['phone_numbers' => [['field' => 'PHONE2', 'number' => null]]]);
$change(['addresses' => [['field' => 'SHIPPING', 'line1' => null]]]);
$change(['social_accounts' => [['type' => 'TWITTER', 'name' => null]]]);
$change(['custom_fields' => [['id' => '11', 'content' => null]]]);
$change(['fax_numbers' => []]);
$change(['fax_numbers' => null]);
$change(['email' => 'only@example.com', 'email_addresses' => null]);
var_dump($keap->violations());
?>
--EXPECT--
{"email":"MARY@example.com"}
    {"email":"MARY@example.com","field":"EMAIL1","opt_in_reason":"asked"}
    {"email":"second@example.com","field":"EMAIL2","opt_in_reason":"asked"}
{"email_addresses":[{"field":"EMAIL2","email":"new@example.com"}]}
    {"email":"new@example.com","field":"EMAIL2"}
    {"email":"MARY@example.com","field":"EMAIL1","opt_in_reason":"asked"}
{"email_addresses":[{"field":"EMAIL3","email":"third@example.com"},{"field":"EMAIL1","opt_in_reason":"again"}]}
    {"email":"third@example.com","field":"EMAIL3"}
    {"email":"MARY@example.com","field":"EMAIL1","opt_in_reason":"again"}
    {"email":"new@example.com","field":"EMAIL2"}
{"phone":"1"}
    {"extension":"12","field":"PHONE1","number":"1","number_e164":"+11","type":"Work"}
    {"field":"PHONE2","number":"2"}
{"phone":"9"}
    {"extension":"12","field":"PHONE1","number":"9","type":"Work"}
    {"field":"PHONE2","number":"2"}
{"phone_numbers":[{"field":"PHONE2","type":"Home"},{"field":"PHONE1","extension":null}]}
    {"field":"PHONE2","number":"2","type":"Home"}
    {"field":"PHONE1","number":"9","type":"Work"}
{"fax_numbers":[{"field":"FAX1","number":"5"}]}
    {"field":"FAX1","number":"5","type":"Home"}
    {"field":"FAX2","number":"4"}
{"addresses":[{"field":"BILLING","line2":"Flat 2","line1":null}]}
    {"country_code":"USA","field":"BILLING","line2":"Flat 2","locality":"Austin","postal_code":"78701-0001","region":"Texas","region_code":"US-TX","zip_code":"78701","zip_four":"0001"}
    {"field":"SHIPPING","line1":"2 Main St"}
{"addresses":[{"field":"BILLING","region":"Utah","country_code":"USA","postal_code":"84101"}]}
    {"country_code":"USA","field":"BILLING","line2":"Flat 2","locality":"Austin","postal_code":"84101","region":"Utah"}
    {"field":"SHIPPING","line1":"2 Main St"}
{"addresses":[{"field":"BILLING","zip_code":"84102","zip_four":"0002","country":"United States"}]}
    {"country":"United States","country_code":"USA","field":"BILLING","line2":"Flat 2","locality":"Austin","region":"Utah","zip_code":"84102","zip_four":"0002"}
    {"field":"SHIPPING","line1":"2 Main St"}
{"addresses":[{"field":"BILLING","zip_code":"84103"}]}
    {"country":"United States","country_code":"USA","field":"BILLING","line2":"Flat 2","locality":"Austin","region":"Utah","zip_code":"84103"}
    {"field":"SHIPPING","line1":"2 Main St"}
{"addresses":[{"field":"BILLING","region":null,"country":"Germany"}]}
    {"country":"Germany","field":"BILLING","line2":"Flat 2","locality":"Austin","zip_code":"84103"}
    {"field":"SHIPPING","line1":"2 Main St"}
{"social_accounts":[{"type":"TWITTER","name":"mc"},{"type":"YOUTUBE","name":"maryc"}]}
    {"name":"mc","type":"TWITTER"}
    {"name":"maryc","type":"YOUTUBE"}
    {"name":"mary","type":"FACEBOOK"}
{"custom_fields":[{"id":13,"content":8}]}
    {"content":8,"id":"13"}
    {"content":"red","id":"11"}
{"email_addresses":[{"field":"EMAIL2","email":null}]}
    {"email":"third@example.com","field":"EMAIL3"}
    {"email":"MARY@example.com","field":"EMAIL1","opt_in_reason":"again"}
{"phone_numbers":[{"field":"PHONE2","number":null}]}
    {"field":"PHONE1","number":"9","type":"Work"}
{"addresses":[{"field":"SHIPPING","line1":null}]}
    {"country":"Germany","field":"BILLING","line2":"Flat 2","locality":"Austin","zip_code":"84103"}
{"social_accounts":[{"type":"TWITTER","name":null}]}
    {"name":"maryc","type":"YOUTUBE"}
    {"name":"mary","type":"FACEBOOK"}
{"custom_fields":[{"id":"11","content":null}]}
    {"content":8,"id":"13"}
{"fax_numbers":[]}
    {"field":"FAX1","number":"5","type":"Home"}
    {"field":"FAX2","number":"4"}
{"fax_numbers":null}
{"email":"only@example.com","email_addresses":null}
    {"email":"only@example.com","field":"EMAIL1"}
array(0) {
}
