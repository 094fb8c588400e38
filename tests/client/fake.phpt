--TEST--
With infusionsoft_fake([]) every call succeeds, without settings, store and network
--INI--
infusionsoft.fake=
infusionsoft.store_path=/nowhere
--FILE--
<?php
ini_set('infusionsoft.account', 'acme');
$show = fn (mixed $value) => print json_encode($value, JSON_UNESCAPED_UNICODE) . "\n";

infusionsoft_fake([]);
$contact = infusionsoft_contact_create(['email' => 'mary@example.com', 'given_name' => 'Mary', 'custom_fields' => [7 => 'red']], 'Email');
$show($contact);
$show(infusionsoft_contact_create(['phone' => '1'])['id']);
$show(infusionsoft_contact_get(7));
$show(infusionsoft_contact_find('mary@example.com'));
$show(infusionsoft_contact_update(7, ['family_name' => 'Jones']));
$show(infusionsoft_contact_delete(7));
$show(infusionsoft_tag_apply(91, [$contact['id'], 8, 9]));
$show(infusionsoft_tag_remove(91, 8));
$show(infusionsoft_tag_create('Customer'));
$show(infusionsoft_tag_find('Customer'));
$show(infusionsoft_call('createTask', ['title' => 'Call Mary', 'contact_id' => '7', 'assigned_to_user_id' => '1']));
$show(infusionsoft_call('deactivatePaymentMethod', ['contact_id' => 7, 'payment_method_id' => 8]));
$show(iterator_to_array(infusionsoft_each('listContacts')));
$show(infusionsoft_request('POST', '/rest/v2/brand/new', body: ['a' => 1]));
foreach (infusionsoft_batch(['a' => fn () => infusionsoft_contact_create(['phone' => '2']), 'b' => fn () => infusionsoft_contact_get(9)]) as $key => $result) {
    echo "$key: ", json_encode($result), "\n";
}
$status = infusionsoft_token_status();
unset($status['expires_at'], $status['refreshed_at']);
$show($status);
$show([infusionsoft_token_refresh(true)['state'], infusionsoft_authorize('code', 'https://example.com/cb')['state'],
    infusionsoft_token_import(['api_key' => 'x'])['state'], infusionsoft_token_forget(), array_column(infusionsoft_accounts(), 'account')]);

infusionsoft_fake(null);
try {
    infusionsoft_contact_get(7);
} catch (Infusionsoft\Exception $error) {
    echo $error::class, "\n";
}
?>
--EXPECT--
{"id":"1","given_name":"Mary","custom_fields":[{"id":"7","content":"red"}],"email_addresses":[{"email":"mary@example.com","field":"EMAIL1"}]}
"2"
{"id":"7"}
null
{"id":"7","family_name":"Jones"}
null
{"1":"SUCCESS","8":"SUCCESS","9":"SUCCESS"}
null
{"id":"3","name":"Customer"}
null
{"id":"4","title":"Call Mary","contact_id":"7","assigned_to_user_id":"1"}
null
[]
null
a: {"id":"5","phone_numbers":[{"number":"2","field":"PHONE1"}]}
b: {"id":"9"}
{"account":"acme","kind":"oauth2","state":"valid","application":null,"generation":1,"last_error":null,"needs_attention":false,"attention":null}
["valid","valid","valid",true,["acme"]]
Infusionsoft\StoreException
