--TEST--
A list is a sequence of replies, of one operation or of all; one call more is an error
--FILE--
<?php
require __DIR__ . '/../keap/outcome.inc';

$get = fn () => outcome(fn () => infusionsoft_contact_get(7)) . "\n";
$find = fn () => outcome(fn () => infusionsoft_contact_find('mary@example.com')) . "\n";
$mary = ['id' => '7', 'email_addresses' => [['email' => 'mary@example.com', 'field' => 'EMAIL1']]];
infusionsoft_fake(['getContact' => [404, ['id' => '7']], 'listContacts' => [429, fn () => ['contacts' => [$mary]]], 'GET /rest/v2/contacts/8' => ['id' => 'eight'], '*' => 500]);
echo $get(), $find(), $get(), $find(), $get();
echo outcome(fn () => infusionsoft_contact_get(8)), "\n", outcome(fn () => infusionsoft_tag_remove(1, 2)), "\n";
// Of all calls, whatever they are.
infusionsoft_fake([['id' => '1'], 404, ['contacts' => []]]);
echo $get(), $get(), $find(), $get();
// A body that is a list stands in one.
infusionsoft_fake(['list_hook_event_types' => [['contact.add', 'contact.edit']]]);
echo outcome(fn () => infusionsoft_call('list_hook_event_types')), "\n";
// Pages.
infusionsoft_fake(['listContacts' => [['contacts' => [['id' => '1']], 'next_page_token' => 'x'], ['contacts' => [['id' => '2']]]]]);
echo json_encode(array_column(iterator_to_array(infusionsoft_each('listContacts')), 'id')), "\n";
// A callable answers everything, and may use what it fakes.
infusionsoft_fake(function (array $request): mixed {
    return $request['operation'] === 'getContact' ? ['tags' => infusionsoft_tag_find('x')] : ['tags' => [['id' => '91', 'name' => 'x']]];
});
echo $get();
// It may end itself.
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
Error: infusionsoft_fake() was given 2 replies for getContact, and this is one call more
{"id":"eight"}
ApiException 500 null
{"id":"1"}
ApiException 404 null
null
Error: infusionsoft_fake() was given 3 replies for all calls, and this is one call more
["contact.add","contact.edit"]
["1","2"]
{"tags":{"id":"91","name":"x"}}
{"id":"last"}
ApiException 404 null
