--TEST--
The given fields change, null empties a field, and update_mask names these fields only
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$id = infusionsoft_contact_create([
    'email' => 'mary@example.com', 'given_name' => 'Mary', 'family_name' => 'Jones', 'job_title' => 'Smith', 'spouse_name' => 'Sam',
    'addresses' => [['field' => 'BILLING', 'line1' => '1 Main St']],
])['id'];
$show = function (array $contact): void {
    unset($contact['create_time'], $contact['update_time'], $contact['tag_ids']);
    echo json_encode($contact), "\n";
};
$show(infusionsoft_contact_update($id, ['family_name' => 'Chan', 'job_title' => null, 'spouse_name' => '', 'company' => ['id' => 5]]));
$show(infusionsoft_contact_update((int) $id, ['addresses' => null], fields: ['addresses', 'family_name']));
$show(infusionsoft_contact_update($id, ['email_addresses' => [['email' => 'm@example.com', 'field' => 'EMAIL1']]], ['email_addresses']));
foreach ($keap->journal("/crm/rest/v2/contacts/$id") as $request) {
    echo "$request[method] ", json_encode($request['query']), ' ', json_encode($request['body']), "\n";
}
var_dump($keap->violations());
?>
--EXPECT--
{"id":"1001","given_name":"Mary","family_name":"Chan","spouse_name":"","addresses":[{"field":"BILLING","line1":"1 Main St"}],"email_addresses":[{"email":"mary@example.com","field":"EMAIL1","is_opt_in":false,"email_opt_status":"NON_MARKETABLE"}],"company":{"id":"5"}}
{"family_name":"Chan"}
{"email_addresses":[{"email":"m@example.com","field":"EMAIL1","is_opt_in":false,"email_opt_status":"NON_MARKETABLE"}]}
GET {"fields":["company"]} null
PATCH {"update_mask":["family_name","job_title","spouse_name","company"]} {"family_name":"Chan","spouse_name":"","company":{"id":"5"}}
PATCH {"update_mask":["addresses"],"fields":["addresses,family_name"]} []
GET {"fields":["email_addresses"]} null
PATCH {"update_mask":["email_addresses"],"fields":["email_addresses"]} {"email_addresses":[{"email":"m@example.com","field":"EMAIL1"}]}
array(0) {
}
