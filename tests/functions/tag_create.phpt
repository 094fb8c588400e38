--TEST--
A tag is created, with a description and a category when they are given
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$tag = infusionsoft_tag_create('Customer');
echo json_encode(array_intersect_key($tag, ['id' => 1, 'name' => 1])), "\n";
infusionsoft_tag_create("Größe", "Two\nlines", 7);
infusionsoft_tag_create(name: 'Third', category: '8');
foreach ($keap->journal('/crm') as $request) {
    echo "$request[method] $request[path] ", json_encode($request['body'], JSON_UNESCAPED_UNICODE), "\n";
}
// A created tag is cached.
var_dump(infusionsoft_tag_find('Customer') === ['id' => $tag['id'], 'name' => 'Customer'], count($keap->journal('/crm')));
outcomes([
    'taken' => fn () => infusionsoft_tag_create('customer'),
    'empty' => fn () => infusionsoft_tag_create(''),
    'blank' => fn () => infusionsoft_tag_create('  '),
    'two lines' => fn () => infusionsoft_tag_create("a\nb"),
    'NUL' => fn () => infusionsoft_tag_create("a\0"),
    'not UTF-8' => fn () => infusionsoft_tag_create("caf\xe9"),
    'description' => fn () => infusionsoft_tag_create('a', "caf\xe9"),
    'category' => fn () => infusionsoft_tag_create('a', null, 'x'),
    'category of another type' => fn () => infusionsoft_tag_create('a', null, []),
    'account' => fn () => infusionsoft_tag_create('a', null, null, ''),
]);
var_dump(count($keap->journal('/crm')), $keap->violations());
?>
--EXPECT--
{"id":"101","name":"Customer"}
POST /crm/rest/v2/tags {"name":"Customer"}
POST /crm/rest/v2/tags {"name":"Größe","description":"Two\nlines","category":{"id":"7"}}
POST /crm/rest/v2/tags {"name":"Third","category":{"id":"8"}}
bool(true)
int(3)
taken: ApiException 409 ALREADY_EXISTS
empty: ValueError: Argument #1 ($name) must not be blank
blank: ValueError: Argument #1 ($name) must not be blank
two lines: ValueError: Argument #1 ($name) the tag's name must be one line of text: it holds a control character (byte 0x0a at offset 1)
NUL: ValueError: Argument #1 ($name) the tag's name must be one line of text: it holds a control character (byte 0x00 at offset 1)
not UTF-8: ValueError: Argument #1 ($name) the tag's name must be valid UTF-8
description: ValueError: Argument #2 ($description) the description must be valid UTF-8
category: ValueError: Argument #3 ($category) must be a tag category's id: a positive whole number as Keap gives it, as int or string
category of another type: TypeError: Argument #3 ($category) must be of type string|int, array given
account: ValueError: Argument #4 ($account) must be 1 to 128 bytes long and without NUL
int(4)
array(0) {
}
