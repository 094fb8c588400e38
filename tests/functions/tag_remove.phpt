--TEST--
A tag is removed from one contact or several, in parts of 100; removing it twice is harmless
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$tag = $keap->tag('Customer');
foreach (range(1, 3) as $number) {
    infusionsoft_contact_create(['email' => "$number@example.com"]);
}
infusionsoft_tag_apply($tag, range(1001, 1003));
var_dump(infusionsoft_tag_remove($tag, 1001));
infusionsoft_tag_remove($tag, ['1001', 1002]);
infusionsoft_tag_remove($tag, []);
echo json_encode($keap->state()['tags'][0]['contact_ids']), "\n";
infusionsoft_tag_remove($tag, range(1, 101));
$sent = array_slice($keap->journal('/crm/rest/v2/tags'), 1);
echo json_encode(array_map(fn (array $entry) => count($entry['body']['contact_ids']), $sent)), "\n";
echo $sent[0]['method'], ' ', $sent[0]['path'], "\n";
outcomes([
    'no tag' => fn () => infusionsoft_tag_remove(999, 1001),
    'no id' => fn () => infusionsoft_tag_remove('x', 1001),
    'no contact' => fn () => infusionsoft_tag_remove($tag, [1.5]),
    'of another type' => fn () => infusionsoft_tag_remove($tag, null),
]);
var_dump($keap->violations());
?>
--EXPECT--
NULL
["1003"]
[1,2,100,1]
POST /crm/rest/v2/tags/101/contacts:removeTags
no tag: ApiException 404 NOT_FOUND
no id: ValueError: Argument #1 ($tags) must be a tag id or a list of them: positive whole numbers, as int or string
no contact: ValueError: Argument #2 ($contacts) must hold contact ids: entry 0 is not a positive whole number, as int or string
of another type: TypeError: Argument #2 ($contacts) must be of type array|string|int, null given
array(0) {
}
