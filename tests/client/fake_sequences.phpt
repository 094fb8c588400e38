--TEST--
A list is a sequence of responses, for one operation or for all calls; a call after the last response throws
--FILE--
<?php
require __DIR__ . '/../keap/outcome.inc';

$get = fn () => outcome(fn () => infusionsoft_contact_get(7)) . "\n";
$find = fn () => outcome(fn () => infusionsoft_contact_find('mary@example.com')) . "\n";
$mary = ['id' => '7', 'email_addresses' => [['email' => 'mary@example.com', 'field' => 'EMAIL1']]];
infusionsoft_fake(['getContact' => [404, ['id' => '7']], 'listContacts' => [429, fn () => ['contacts' => [$mary]]], 'GET /rest/v2/contacts/8' => ['id' => 'eight'], '*' => 500]);
echo $get(), $find(), $get(), $find(), $get();
echo outcome(fn () => infusionsoft_contact_get(8)), "\n", outcome(fn () => infusionsoft_tag_remove(1, 2)), "\n";
// One sequence for all calls.
infusionsoft_fake([['id' => '1'], 404, ['contacts' => []]]);
echo $get(), $get(), $find(), $get();
// A reply whose body is a list must be an entry of a sequence.
infusionsoft_fake(['list_hook_event_types' => [['contact.add', 'contact.edit']]]);
echo outcome(fn () => infusionsoft_call('list_hook_event_types')), "\n";
// The pages of a list.
infusionsoft_fake(['listContacts' => [['contacts' => [['id' => '1']], 'next_page_token' => 'x'], ['contacts' => [['id' => '2']]]]]);
echo json_encode(array_column(iterator_to_array(infusionsoft_each('listContacts')), 'id')), "\n";
// A callable answers every call, and may make calls itself.
infusionsoft_fake(function (array $request): mixed {
    return $request['operation'] === 'getContact' ? ['id' => '7', 'tags' => infusionsoft_tag_find('x')] : ['tags' => [['id' => '91', 'name' => 'x']]];
});
echo $get();
// A closure may replace the fake that it belongs to.
infusionsoft_fake(['getContact' => function (): array {
    infusionsoft_fake(['getContact' => 404]);
    return ['id' => 'last'];
}]);
echo $get(), $get();
?>
--EXPECT--
ApiException 404 null
RateLimitException 429 null, retry after 1 s
{"id":"7"}
{"id":"7","email_addresses":[{"email":"mary@example.com","field":"EMAIL1"}]}
Error: infusionsoft_fake() was given only 2 replies for getContact, and this call needs one more
{"id":"eight"}
ApiException 500 null
{"id":"1"}
ApiException 404 null
null
Error: infusionsoft_fake() was given only 3 replies for all calls, and this call needs one more
["contact.add","contact.edit"]
["1","2"]
{"id":"7","tags":{"id":"91","name":"x"}}
{"id":"last"}
ApiException 404 null
