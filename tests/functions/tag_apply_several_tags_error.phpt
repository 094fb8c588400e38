--TEST--
Of several tags, what Keap did not apply is an ApiException with all outcomes by tag; the reply may have several shapes
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.retries' => 0];
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
foreach (['Customer', 'Lead', 'VIP'] as $name) {
    $keap->tag($name);
}
infusionsoft_contact_create(['email' => 'mary@example.com']);

function show(array $tags, int|array $contacts): void
{
    try {
        echo json_encode(infusionsoft_tag_apply($tags, $contacts)), "\n";
    } catch (Infusionsoft\ApiException $error) {
        echo get_class($error), " $error->status: ", $error->getMessage(), "\n  ", json_encode($error->results), "\n";
    }
}

show([101, 999, 102], 1001);
show([101, 103], [1001, 7777]);
// No tag is sent after a tag that Keap does not know; the outcomes before it are kept.
show([103, 998, 101], [1001, 7777, 7778]);
show([101, 102], 7777);
foreach ([
    'a map' => ['1' => 'SUCCESS', '2' => 'DUPLICATE'],
    'a list of maps' => [['2' => 'DUPLICATE'], ['1' => 'SUCCESS']],
    'keys and values' => [['key' => 1, 'value' => 'SUCCESS'], ['key' => '2', 'value' => 'NO_PERMISSION']],
    'no tags in it' => [['key' => 'SUCCESS'], ['key' => 'SUCCESS']],
    'one is missing' => [['2' => 'SUCCESS']],
    'a list of texts' => ['SUCCESS', 'SUCCESS', 'SUCCESS'],
    'of another type' => [['1' => true], 7, null, ['2' => ['SUCCESS']]],
] as $name => $body) {
    $keap->fault(['path' => '/crm/rest/v1', 'action' => 'status', 'status' => 200, 'body' => $body]);
    echo "$name: ";
    show([1, 2], 1001);
}
// More than 100 tags are sent in parts.
$keap->fault(['path' => '/crm/rest/v1', 'action' => 'status', 'status' => 200, 'body' => array_fill_keys(range(1, 100), 'SUCCESS')]);
$keap->fault(['path' => '/crm/rest/v1', 'action' => 'status', 'status' => 500]);
try {
    infusionsoft_tag_apply(range(1, 150), 1001);
} catch (Infusionsoft\ApiException $error) {
    var_dump($error->status, count($error->results), $error->results[100]);
}
echo json_encode(array_map(fn (array $entry) => count($entry['body']['tagIds']), array_slice($keap->journal('/crm/rest/v1'), -2))), "\n";
$before = count($keap->journal('/crm'));
infusionsoft_tag_remove(range(1, 150), 1001);
foreach (array_slice($keap->journal('/crm'), $before) as $request) {
    echo "$request[method] $request[path] ", count(explode('%2C', $request['query_raw'])), "\n";
}
var_dump($keap->violations());
?>
--EXPECT--
Infusionsoft\ApiException 200: Keap could not apply tags to contacts in 1 of 3 cases: tag 999 to contact 1001 (TAG_ID_NOT_FOUND)
  {"101":{"1001":"SUCCESS"},"999":{"1001":"TAG_ID_NOT_FOUND"},"102":{"1001":"SUCCESS"}}
Infusionsoft\ApiException 200: Keap could not apply tags to contacts in 2 of 4 cases: tag 101 to contact 7777 (CONTACT_NOT_FOUND), tag 103 to contact 7777 (CONTACT_NOT_FOUND)
  {"101":{"1001":"DUPLICATE","7777":"CONTACT_NOT_FOUND"},"103":{"1001":"SUCCESS","7777":"CONTACT_NOT_FOUND"}}
Infusionsoft\ApiException 404: Keap answered 404 to POST /rest/v2/tags/998/contacts:applyTags: No tag 998 (NOT_FOUND)
  {"103":{"1001":"DUPLICATE","7777":"CONTACT_NOT_FOUND","7778":"CONTACT_NOT_FOUND"},"998":[]}
Infusionsoft\ApiException 200: Keap could not apply tags to contacts in 2 of 2 cases: tag 101 to contact 7777 (CONTACT_NOT_FOUND), tag 102 to contact 7777 (CONTACT_NOT_FOUND)
  {"101":{"7777":"CONTACT_NOT_FOUND"},"102":{"7777":"CONTACT_NOT_FOUND"}}
a map: {"1":{"1001":"SUCCESS"},"2":{"1001":"DUPLICATE"}}
a list of maps: {"1":{"1001":"SUCCESS"},"2":{"1001":"DUPLICATE"}}
keys and values: Infusionsoft\ApiException 200: Keap could not apply tags to contacts in 1 of 2 cases: tag 2 to contact 1001 (NO_PERMISSION)
  {"1":{"1001":"SUCCESS"},"2":{"1001":"NO_PERMISSION"}}
no tags in it: Infusionsoft\ApiException 200: Keap could not apply tags to contacts in 2 of 2 cases: tag 1 to contact 1001 (missing from Keap's reply), tag 2 to contact 1001 (missing from Keap's reply)
  []
one is missing: Infusionsoft\ApiException 200: Keap could not apply tags to contacts in 1 of 2 cases: tag 1 to contact 1001 (missing from Keap's reply)
  {"2":{"1001":"SUCCESS"}}
a list of texts: Infusionsoft\ApiException 200: Keap could not apply tags to contacts in 2 of 2 cases: tag 1 to contact 1001 (missing from Keap's reply), tag 2 to contact 1001 (missing from Keap's reply)
  []
of another type: Infusionsoft\ApiException 200: Keap could not apply tags to contacts in 2 of 2 cases: tag 1 to contact 1001 (missing from Keap's reply), tag 2 to contact 1001 (missing from Keap's reply)
  []
int(500)
int(100)
array(1) {
  [1001]=>
  string(7) "SUCCESS"
}
[100,50]
DELETE /crm/rest/v1/contacts/1001/tags 100
DELETE /crm/rest/v1/contacts/1001/tags 50
array(0) {
}
