--TEST--
infusionsoft_call() splits parameters into path, query and body as Keap's description says
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$contact = infusionsoft_call('createContact', ['email_addresses' => [['email' => 'mary@example.com', 'field' => 'EMAIL1']], 'given_name' => 'Mary', 'fields' => ['given_name', 'id']]);
ksort($contact);
echo json_encode($contact), "\n";
echo infusionsoft_call('getContact', ['contact_id' => $contact['id']])['given_name'], "\n";
infusionsoft_call('updateContact', ['contact_id' => (int) $contact['id'], 'body' => ['given_name' => 'Maria'], 'update_mask' => ['given_name', 'family_name']]);
echo infusionsoft_call('getContact', ['contact_id' => $contact['id']])['given_name'], "\n";
echo count(infusionsoft_call('listContacts', ['page_size' => '10', 'filter' => 'email==mary@example.com', 'page_token' => null])['contacts']), "\n";
$tag = infusionsoft_call('createTag', ['name' => 'Customer']);
echo json_encode(infusionsoft_call('applyTags', ['tag_id' => $tag['id'], 'contact_ids' => [(int) $contact['id']]])), "\n";
var_dump(infusionsoft_call('deleteContact', ['contact_id' => $contact['id']]));
foreach ($keap->journal('/crm') as $entry) {
    echo $entry['method'], ' ', $entry['path'], ' ', $entry['query_raw'], ' ', json_encode($entry['body']), "\n";
}
var_dump($keap->violations());
?>
--EXPECT--
{"given_name":"Mary","id":"1001"}
Mary
Maria
1
{"results":{"1001":"SUCCESS"}}
NULL
POST /crm/rest/v2/contacts fields=given_name%2Cid {"email_addresses":[{"email":"mary@example.com","field":"EMAIL1"}],"given_name":"Mary"}
GET /crm/rest/v2/contacts/1001  null
PATCH /crm/rest/v2/contacts/1001 update_mask=given_name&update_mask=family_name {"given_name":"Maria"}
GET /crm/rest/v2/contacts/1001  null
GET /crm/rest/v2/contacts filter=email%3D%3Dmary%40example.com&page_size=10 null
POST /crm/rest/v2/tags  {"name":"Customer"}
POST /crm/rest/v2/tags/101/contacts:applyTags  {"contact_ids":["1001"]}
DELETE /crm/rest/v2/contacts/1001  null
array(0) {
}
