--TEST--
A fake applies several tags to one contact by default, and records the call of v1
--FILE--
<?php
infusionsoft_fake([]);
echo json_encode(infusionsoft_tag_apply([7, 8], 1001)), "\n";
infusionsoft_tag_remove([7, 8], 1001);
echo json_encode(infusionsoft_call('applyTagsToContactIdUsingPOST', ['contactId' => 1001, 'tagIds' => [9]])), "\n";
foreach (infusionsoft_recorded() as $request) {
    echo "$request[operation] $request[method] $request[path] ", json_encode([$request['query'], $request['body']]), "\n";
}
?>
--EXPECT--
{"7":{"1001":"SUCCESS"},"8":{"1001":"SUCCESS"}}
[{"9":"SUCCESS"}]
applyTagsToContactIdUsingPOST POST /rest/v1/contacts/1001/tags [[],{"tagIds":[7,8]}]
removeTagsFromContactUsingDELETE DELETE /rest/v1/contacts/1001/tags [{"ids":"7,8"},null]
applyTagsToContactIdUsingPOST POST /rest/v1/contacts/1001/tags [[],{"tagIds":[9]}]
