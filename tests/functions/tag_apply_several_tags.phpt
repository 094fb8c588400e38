--TEST--
Several tags for one contact are one call of v1; several for several contacts are a call of v2 for each tag
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$tags = [$keap->tag('Customer'), $keap->tag('Lead'), $keap->tag('VIP')];
foreach (range(1, 3) as $number) {
    infusionsoft_contact_create(['email' => "$number@example.com"]);
}
$calls = [
    'one contact' => fn () => infusionsoft_tag_apply([$tags[0], (int) $tags[1], $tags[0]], 1001),
    'one contact in a list' => fn () => infusionsoft_tag_apply(['a' => 102, 'b' => 103], ['1001']),
    'one tag in a list' => fn () => infusionsoft_tag_apply([101], 1002),
    'both lists' => fn () => infusionsoft_tag_apply([101, 103], [1002, 1003]),
    'no tags' => fn () => infusionsoft_tag_apply([], [1002, 1003]),
    'no contacts' => fn () => infusionsoft_tag_apply([101, 102], []),
    'remove from one contact' => fn () => infusionsoft_tag_remove([101, 102], 1001),
    'remove from both' => fn () => infusionsoft_tag_remove([101, 103], [1002, 1003]),
    'remove nothing' => fn () => infusionsoft_tag_remove([], 1001),
];
foreach ($calls as $name => $call) {
    $before = count($keap->journal('/crm'));
    echo "$name: ", json_encode($call()), "\n";
    foreach (array_slice($keap->journal('/crm'), $before) as $request) {
        echo "  $request[method] $request[path] $request[query_raw] ", json_encode($request['body']), "\n";
    }
}
echo json_encode(array_column($keap->state()['tags'], 'contact_ids')), "\n";
var_dump($keap->violations());
?>
--EXPECT--
one contact: {"101":{"1001":"SUCCESS"},"102":{"1001":"SUCCESS"}}
  POST /crm/rest/v1/contacts/1001/tags  {"tagIds":[101,102]}
one contact in a list: {"102":{"1001":"DUPLICATE"},"103":{"1001":"SUCCESS"}}
  POST /crm/rest/v1/contacts/1001/tags  {"tagIds":[102,103]}
one tag in a list: {"101":{"1002":"SUCCESS"}}
  POST /crm/rest/v2/tags/101/contacts:applyTags  {"contact_ids":["1002"]}
both lists: {"101":{"1002":"DUPLICATE","1003":"SUCCESS"},"103":{"1002":"SUCCESS","1003":"SUCCESS"}}
  POST /crm/rest/v2/tags/101/contacts:applyTags  {"contact_ids":["1002","1003"]}
  POST /crm/rest/v2/tags/103/contacts:applyTags  {"contact_ids":["1002","1003"]}
no tags: []
no contacts: {"101":[],"102":[]}
remove from one contact: null
  DELETE /crm/rest/v1/contacts/1001/tags ids=101%2C102 null
remove from both: null
  POST /crm/rest/v2/tags/101/contacts:removeTags  {"contact_ids":["1002","1003"]}
  POST /crm/rest/v2/tags/103/contacts:removeTags  {"contact_ids":["1002","1003"]}
remove nothing: null
[[],[],["1001"]]
array(0) {
}
