--TEST--
email and phone come before the other entries of their lists
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
infusionsoft_contact_create([
    'email_addresses' => [['email' => 'second@example.com', 'field' => 'EMAIL2']],
    'phone_numbers' => [['number' => '2', 'field' => 'PHONE2']],
    'phone' => '1',
    'email' => 'first@example.com',
]);
foreach ($keap->journal()[0]['body'] as $name => $list) {
    echo "$name: ", json_encode($list), "\n";
}
var_dump($keap->violations());
?>
--EXPECT--
email_addresses: [{"email":"first@example.com","field":"EMAIL1"},{"email":"second@example.com","field":"EMAIL2"}]
phone_numbers: [{"number":"1","field":"PHONE1"},{"number":"2","field":"PHONE2"}]
array(0) {
}
