--TEST--
A found tag is cached for all processes until Keap answers 404 for it, or the account gets another grant
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$keap->authorize(account: 'other');
$id = $keap->tag('Customer');
$contact = infusionsoft_contact_create(['email' => 'mary@example.com'])['id'];
$searches = fn (string $when) => print "$when: {$keap->count('GET /crm/rest/v2/tags')} searches\n";
infusionsoft_tag_find('Customer');
infusionsoft_tag_find('Customer');
$keap->php('infusionsoft_tag_find("Customer");');
$searches('this process and another');
infusionsoft_tag_find('Customer', 'other');
$searches('another account');
infusionsoft_tag_apply(infusionsoft_tag_find('Customer')['id'], $contact);
$searches('applied');

infusionsoft_call('deleteTag', ['tag_id' => $id]);
$new = $keap->tag('Customer');
try {
    infusionsoft_tag_apply(infusionsoft_tag_find('Customer')['id'], $contact);
} catch (Infusionsoft\ApiException $error) {
    echo "$error->status\n";
}
var_dump(infusionsoft_tag_find('Customer')['id'] === $new);
$searches('gone at Keap');
$keap->authorize();
infusionsoft_tag_find('Customer');
$searches('another grant');
infusionsoft_tag_find('Nobody');
infusionsoft_tag_find('Nobody');
$searches('what is not there');
?>
--EXPECT--
this process and another: 1 searches
another account: 2 searches
applied: 2 searches
404
bool(true)
gone at Keap: 3 searches
another grant: 4 searches
what is not there: 6 searches
