--TEST--
Integers become strings in text fields, nulls are left out, and the caller's array stays unchanged
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$city = 'Tempe';
$contact = [
    'email' => 'mary@example.com',
    'phone' => null,
    'middle_name' => null,
    'owner_id' => 12,
    'leadsource_id' => 0,
    'company' => ['id' => 34, 'company_name' => null],
    'addresses' => [['locality' => &$city, 'postal_code' => 85281, 'line2' => null]],
    // The content of a custom field can be of any type; a custom field without content is left out.
    'custom_fields' => [5 => 17, 6 => 1.5, 7 => true, 8 => ['x', 'y'], 9 => null, 10 => ''],
];
$before = serialize($contact);
infusionsoft_contact_create($contact);
foreach ($keap->journal()[0]['body'] as $name => $value) {
    echo "$name: ", json_encode($value), "\n";
}
var_dump(serialize($contact) === $before, $keap->violations());
?>
--EXPECT--
owner_id: "12"
leadsource_id: "0"
company: {"id":"34"}
addresses: [{"locality":"Tempe","postal_code":"85281"}]
custom_fields: [{"id":"5","content":17},{"id":"6","content":1.5},{"id":"7","content":true},{"id":"8","content":["x","y"]},{"id":"10","content":""}]
email_addresses: [{"email":"mary@example.com","field":"EMAIL1"}]
bool(true)
array(0) {
}
