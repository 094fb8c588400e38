--TEST--
A tag is found by its name: same case first, then the lowest id; a name that no filter can hold is found too
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$customer = $keap->tag('Customer');
$odd = $keap->tag('A; B == *');
$find = fn (string $name) => fn () => infusionsoft_tag_find($name);
outcomes([
    'found' => $find('Customer'),
    'in other letters' => $find('CUSTOMER'),
    'part of it' => $find('Custom'),
    'odd' => $find('A; B == *'),
    'none' => $find('Nobody'),
]);
$reply = fn (array $tags) => $keap->fault(['path' => '/crm/rest/v2/tags', 'action' => 'status', 'status' => 200, 'body' => ['tags' => $tags]]);
$reply([['id' => '9', 'name' => 'lead'], ['id' => '12', 'name' => 'Lead'], ['id' => '10', 'name' => 'Lead'], ['id' => '8', 'name' => 'Leader']]);
outcomes(['of several' => $find('Lead')]);
$reply([['name' => 'Lead without id'], ['id' => [], 'name' => 'Odd'], 'text', ['id' => '7']]);
outcomes(['odd replies' => $find('Odd')]);
$reply([['id' => null, 'name' => 'Half'], ['id' => '7', 'name' => 'Half']]);
outcomes(['one without id' => $find('Half')]);
foreach ($keap->journal('/crm') as $request) {
    echo json_encode(array_map('current', $request['query'])), "\n";
}
outcomes(['empty' => $find(''), 'NUL' => $find("a\0b"), 'account' => fn () => infusionsoft_tag_find('a', '')]);
?>
--EXPECT--
found: {"id":"101","name":"Customer"}
in other letters: {"id":"101","name":"Customer"}
part of it: null
odd: {"id":"102","name":"A; B == *"}
none: null
of several: {"id":"10","name":"Lead"}
odd replies: null
one without id: {"id":"7","name":"Half"}
{"filter":"name==Customer","page_size":"1000"}
{"filter":"name==CUSTOMER","page_size":"1000"}
{"filter":"name==Custom","page_size":"1000"}
{"page_size":"1000"}
{"filter":"name==Nobody","page_size":"1000"}
{"filter":"name==Lead","page_size":"1000"}
{"filter":"name==Odd","page_size":"1000"}
{"filter":"name==Half","page_size":"1000"}
empty: ValueError: Argument #1 ($name) must not be blank
NUL: ValueError: Argument #1 ($name) the tag's name must be one line of text: it holds a control character (byte 0x00 at offset 1)
account: ValueError: Argument #2 ($account) must be 1 to 128 bytes long and without NUL
