--TEST--
infusionsoft_recorded() returns the requests to a fake in order, with query and body as Keap would receive them
--INI--
infusionsoft.fake=
--FILE--
<?php
ini_set('infusionsoft.account', 'default'); // php.ini may name another account
var_dump(infusionsoft_recorded());
infusionsoft_fake(['deleteContact' => 500]);
infusionsoft_contact_create(['email' => 'mary+1@example.com', 'given_name' => 'Größe'], 'Email', ['id', 'email_addresses'], 'acme');
infusionsoft_call('updateContact', ['contact_id' => 7, 'update_mask' => ['given_name', 'family_name'], 'given_name' => 'Mary']);
infusionsoft_request('GET', '/rest/v2/brand/new', ['a b' => 'c&d', 'none' => null, 'yes' => true]);
try {
    infusionsoft_contact_delete(7);
} catch (Infusionsoft\ApiException) {
}
foreach (infusionsoft_recorded() as $request) {
    echo json_encode($request, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE), "\n";
}
infusionsoft_call('createFile', ['file' => __FILE__, 'file_name' => 'a.txt', 'file_association' => 'CONTACT', 'is_public' => 'false']);
$upload = array_slice(infusionsoft_recorded(), -1)[0];
var_dump($upload['operation'], str_contains($upload['body'], 'var_dump(infusionsoft_recorded());'));
infusionsoft_fake([]);
var_dump(infusionsoft_recorded());
?>
--EXPECT--
array(0) {
}
{"operation":"createContact","method":"POST","path":"/rest/v2/contacts","query":{"duplicate_option":"Email","fields":"id,email_addresses"},"body":{"given_name":"Größe","email_addresses":[{"email":"mary+1@example.com","field":"EMAIL1"}]},"account":"acme"}
{"operation":"updateContact","method":"PATCH","path":"/rest/v2/contacts/7","query":{"update_mask":["given_name","family_name"]},"body":{"given_name":"Mary"},"account":"default"}
{"operation":null,"method":"GET","path":"/rest/v2/brand/new","query":{"a b":"c&d","yes":"true"},"body":null,"account":"default"}
{"operation":"deleteContact","method":"DELETE","path":"/rest/v2/contacts/7","query":[],"body":null,"account":"default"}
string(10) "createFile"
bool(true)
array(0) {
}
