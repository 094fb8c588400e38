--TEST--
The operations of v1 that v2 has no counterpart for are called like all others, and their lists are read by each()
--INI--
infusionsoft.fake=
--FILE--
<?php
infusionsoft_fake([
    'listAppliedTagsUsingGET' => [['tags' => [['tag' => ['id' => 7]]], 'count' => 1, 'next' => 'https://elsewhere.example/'], ['tags' => []]],
]);
echo json_encode(iterator_to_array(infusionsoft_each('listAppliedTagsUsingGET', ['contactId' => 1001]))), "\n";
infusionsoft_call('applyTagsToContactIdUsingPOST', ['contactId' => 1001, 'tagIds' => ['7', 8]]);
infusionsoft_call('removeTagsFromContactUsingDELETE', ['contactId' => 1001, 'ids' => '7,8']);
infusionsoft_call('removeTagsFromContactUsingDELETE_1', ['contactId' => 1001, 'tagId' => 7]);
infusionsoft_call('createUserUsingPOST', ['email' => 'ann@example.com', 'given_name' => 'Ann', 'admin' => false]);
infusionsoft_call('listAffiliateClawbacksUsingGET', ['affiliateId' => 3, 'limit' => 10]);
infusionsoft_call('defaultOptionsUsingGET');
infusionsoft_call('insertUTMsUsingPOST', ['contactId' => 1001, 'keapSourceId' => 'form', 'utmMedium' => 'mail']);
infusionsoft_call('listCreditCardsUsingGET', ['contactId' => 1001]);
infusionsoft_call('createCreditCardUsingPOST', ['contactId' => 1001, 'name_on_card' => 'Ann', 'expiration_year' => '2031']);
infusionsoft_call('listProductsFromSyncTokenUsingGET', ['sync_token' => 'abc']);
foreach (infusionsoft_recorded() as $request) {
    echo "$request[operation] $request[method] $request[path] ", json_encode($request['query'] ?: $request['body']), "\n";
}
foreach ([
    ['createUserUsingPOST', ['given_name' => 'Ann']],
    ['insertUTMsUsingPOST', ['contactId' => 1001]],
    ['removeTagsFromContactUsingDELETE', ['contactId' => 1001]],
    ['applyTagsToContactIdUsingPOST', ['contactId' => 1001, 'tagIds' => ['x']]],
] as $call) {
    try {
        infusionsoft_call(...$call);
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
?>
--EXPECT--
[{"tag":{"id":7}}]
listAppliedTagsUsingGET GET /rest/v1/contacts/1001/tags null
listAppliedTagsUsingGET GET /rest/v1/contacts/1001/tags {"offset":"1"}
applyTagsToContactIdUsingPOST POST /rest/v1/contacts/1001/tags {"tagIds":[7,8]}
removeTagsFromContactUsingDELETE DELETE /rest/v1/contacts/1001/tags {"ids":"7,8"}
removeTagsFromContactUsingDELETE_1 DELETE /rest/v1/contacts/1001/tags/7 null
createUserUsingPOST POST /rest/v1/users {"email":"ann@example.com","given_name":"Ann","admin":false}
listAffiliateClawbacksUsingGET GET /rest/v1/affiliates/3/clawbacks {"limit":"10"}
defaultOptionsUsingGET GET /rest/v1/locales/defaultOptions null
insertUTMsUsingPOST POST /rest/v1/contacts/1001/utm {"keapSourceId":"form","utmMedium":"mail"}
listCreditCardsUsingGET GET /rest/v1/contacts/1001/creditCards null
createCreditCardUsingPOST POST /rest/v1/contacts/1001/creditCards {"name_on_card":"Ann","expiration_year":"2031"}
listProductsFromSyncTokenUsingGET GET /rest/v1/products/sync {"sync_token":"abc"}
infusionsoft_call(): Argument #2 ($parameters) createUserUsingPOST.email is required
infusionsoft_call(): Argument #2 ($parameters) insertUTMsUsingPOST.keapSourceId is required
infusionsoft_call(): Argument #2 ($parameters) needs ids
infusionsoft_call(): Argument #2 ($parameters) applyTagsToContactIdUsingPOST.tagIds[0] must be an integer, string given
