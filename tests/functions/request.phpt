--TEST--
infusionsoft_request() sends any method to any path and returns the decoded reply
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$path = '/rest/v2/contacts';
$created = infusionsoft_request('POST', $path, body: ['email_addresses' => [['email' => 'a@b', 'field' => 'EMAIL1']]]);
var_dump($created['id']);
var_dump(infusionsoft_request('GET', "$path/1001", ['fields' => 'id']));
$mask = ['update_mask' => ['given_name', 'family_name']];
var_dump(infusionsoft_request('patch', "$path/1001", $mask, ['given_name' => 'Mary'])['given_name']);
// Status 204, without a body.
var_dump(infusionsoft_request('DELETE', "$path/1001"));
$ok = ['path' => '/crm', 'action' => 'status', 'status' => 200];
$keap->fault($ok + ['body' => '[1,2]'], $ok);
var_dump(infusionsoft_request('PUT', '/rest/v1/contacts', null, ['email' => 'a@b']));
var_dump(infusionsoft_request('Get', '/rest/v1/a%20b/%E8%AA%9E/(x)@:;,=!$&*+~'));
foreach ($keap->journal() as $request) {
    echo "$request[method] $request[path] $request[query_raw] $request[status] ", json_encode($request['body']), "\n";
}
var_dump($keap->violations());
?>
--EXPECT--
string(4) "1001"
array(1) {
  ["id"]=>
  string(4) "1001"
}
string(4) "Mary"
NULL
array(2) {
  [0]=>
  int(1)
  [1]=>
  int(2)
}
NULL
POST /crm/rest/v2/contacts  201 {"email_addresses":[{"email":"a@b","field":"EMAIL1"}]}
GET /crm/rest/v2/contacts/1001 fields=id 200 null
PATCH /crm/rest/v2/contacts/1001 update_mask=given_name&update_mask=family_name 200 {"given_name":"Mary"}
DELETE /crm/rest/v2/contacts/1001  204 null
PUT /crm/rest/v1/contacts  200 {"email":"a@b"}
GET /crm/rest/v1/a%20b/%E8%AA%9E/(x)@:;,=!$&*+~  200 null
array(0) {
}
