--TEST--
infusionsoft_last_reply() names the operation of each function, which is that of the request's method and path
--EXTENSIONS--
infusionsoft
--FILE--
<?php
$contact = ['id' => '7', 'email_addresses' => [['email' => 'a@example.com', 'field' => 'EMAIL1']]];
infusionsoft_fake([
    'listContacts' => ['contacts' => [$contact]],
    'listTags' => ['tags' => [['id' => '91', 'name' => 'x']]],
    'applyTags' => ['results' => ['7' => 'SUCCESS']],
    'applyTagsToContactIdUsingPOST' => ['91' => 'SUCCESS', '92' => 'SUCCESS'],
    '*' => $contact,
]);
$calls = [
    fn () => infusionsoft_contact_create(['email' => 'a@example.com']),
    fn () => infusionsoft_contact_get(7),
    fn () => infusionsoft_contact_find('a@example.com'),
    fn () => infusionsoft_contact_update(7, ['given_name' => 'Ann']),
    fn () => infusionsoft_contact_upsert(['email' => 'a@example.com', 'given_name' => 'Ann']),
    fn () => infusionsoft_contact_delete(7),
    fn () => infusionsoft_tag_create('x'),
    fn () => infusionsoft_tag_find('y'),
    fn () => infusionsoft_tag_apply(91, 7),
    fn () => infusionsoft_tag_apply([91, 92], 7),
    fn () => infusionsoft_tag_remove(91, 7),
    fn () => infusionsoft_tag_remove([91, 92], 7),
    fn () => infusionsoft_call('getContact', ['contact_id' => '7']),
    fn () => infusionsoft_request('GET', '/rest/v2/contacts/7'),
    fn () => infusionsoft_request('GET', '/rest/v2/unknown'),
];
foreach ($calls as $call) {
    $call();
    $requests = infusionsoft_recorded();
    $last = infusionsoft_last_reply()['operation'];
    echo $last ?? 'none', end($requests)['operation'] === $last ? '' : ', but recorded as ' . end($requests)['operation'], "\n";
}
?>
--EXPECT--
createContact
getContact
listContacts
updateContact
updateContact
deleteContact
createTag
listTags
applyTags
applyTagsToContactIdUsingPOST
removeTags
removeTagsFromContactUsingDELETE
getContact
getContact
none
