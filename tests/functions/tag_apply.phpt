--TEST--
A tag is applied to one contact or several; applying it twice is harmless
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$tag = $keap->tag('Customer');
foreach (range(1, 3) as $number) {
    infusionsoft_contact_create(['email' => "$number@example.com"]);
}
echo json_encode(infusionsoft_tag_apply($tag, '1001')), "\n";
echo json_encode(infusionsoft_tag_apply((int) $tag, 1002)), "\n";
// The keys of the list do not matter; an id that is given twice is sent once.
$same = 1003;
echo json_encode(infusionsoft_tag_apply(contacts: ['x' => '1001', 7 => &$same, 8 => '1003', 9 => 1003], tags: $tag)), "\n";
// PHP turns numeric ids into int keys.
var_dump(array_keys(infusionsoft_tag_apply($tag, ['1001'])));
foreach ($keap->journal('/crm/rest/v2/tags') as $request) {
    echo "$request[method] $request[path] $request[query_raw]", json_encode($request['body']), "\n";
}
echo json_encode($keap->state()['tags'][0]['contact_ids']), "\n";
var_dump($keap->violations());
?>
--EXPECT--
{"1001":"SUCCESS"}
{"1002":"SUCCESS"}
{"1001":"DUPLICATE","1003":"SUCCESS"}
array(1) {
  [0]=>
  int(1001)
}
POST /crm/rest/v2/tags/101/contacts:applyTags {"contact_ids":["1001"]}
POST /crm/rest/v2/tags/101/contacts:applyTags {"contact_ids":["1002"]}
POST /crm/rest/v2/tags/101/contacts:applyTags {"contact_ids":["1001","1003"]}
POST /crm/rest/v2/tags/101/contacts:applyTags {"contact_ids":["1001"]}
["1001","1002","1003"]
array(0) {
}
