--TEST--
A contact is returned by its id, an int or a string
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$id = infusionsoft_contact_create(['email' => 'mary@example.com', 'given_name' => 'Mary'])['id'];
var_dump(infusionsoft_contact_get($id)['email_addresses'][0]['email']);
var_dump(infusionsoft_contact_get((int) $id)['given_name']);
var_dump(infusionsoft_contact_get($id, ['given_name']));
var_dump(infusionsoft_contact_get(fields: ['id'], id: $id));
foreach ($keap->journal() as $request) {
    echo "$request[method] $request[path] $request[query_raw]\n";
}
var_dump($keap->violations());
?>
--EXPECT--
string(16) "mary@example.com"
string(4) "Mary"
array(1) {
  ["given_name"]=>
  string(4) "Mary"
}
array(1) {
  ["id"]=>
  string(4) "1001"
}
POST /crm/rest/v2/contacts 
GET /crm/rest/v2/contacts/1001 
GET /crm/rest/v2/contacts/1001 
GET /crm/rest/v2/contacts/1001 fields=given_name
GET /crm/rest/v2/contacts/1001 fields=id
array(0) {
}
