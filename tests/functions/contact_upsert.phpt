--TEST--
An upsert creates a contact, and afterwards changes only what differs; what changes nothing sends no update
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$mary = ['email' => 'mary@example.com', 'given_name' => 'Mary', 'phone' => '555-0100', 'custom_fields' => ['Points' => 7], 'company' => ['id' => 5]];
$upsert = function (string $what, array $contact) use ($keap): void {
    $before = count($keap->journal('/crm/rest/v2/contacts'));
    $id = infusionsoft_contact_upsert($contact)['id'];
    echo "$what: $id\n";
    foreach (array_slice($keap->journal('/crm/rest/v2/contacts'), $before) as $request) {
        unset($request['query']['fields']);
        echo "    $request[method] ", json_encode($request['query']), ' ', json_encode($request['body']), "\n";
    }
};
$upsert('nobody there yet', $mary);
$upsert('the same again', $mary);
$upsert('another case', ['email' => 'MARY@Example.com']);
$upsert('one field', ['given_name' => 'Maria', 'custom_fields' => [13 => '7']] + $mary);
$upsert('somebody else', ['email' => 'ann@example.com']);
var_dump($keap->violations());
?>
--EXPECT--
nobody there yet: 1001
    GET [] null
    GET {"filter":["email==mary@example.com"],"page_size":["1000"]} null
    POST {"duplicate_option":["Email"]} {"given_name":"Mary","custom_fields":[{"id":"13","content":7}],"company":{"id":"5"},"email_addresses":[{"email":"mary@example.com","field":"EMAIL1"}],"phone_numbers":[{"number":"555-0100","field":"PHONE1"}]}
the same again: 1001
    GET {"filter":["email==mary@example.com"],"page_size":["1000"]} null
another case: 1001
    GET {"filter":["email==MARY@Example.com"],"page_size":["1000"]} null
one field: 1001
    GET {"filter":["email==mary@example.com"],"page_size":["1000"]} null
    PATCH {"update_mask":["given_name"]} {"given_name":"Maria"}
somebody else: 1002
    GET {"filter":["email==ann@example.com"],"page_size":["1000"]} null
    POST {"duplicate_option":["Email"]} {"email_addresses":[{"email":"ann@example.com","field":"EMAIL1"}]}
array(0) {
}
