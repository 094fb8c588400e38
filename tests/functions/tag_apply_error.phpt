--TEST--
A value that is not an id is refused before anything is sent; an unknown tag is an ApiException
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
foreach ([
    'tag' => fn (mixed $id) => infusionsoft_tag_apply($id, 1001),
    'contact' => fn (mixed $id) => infusionsoft_tag_apply(101, $id),
    'list' => fn (mixed $id) => infusionsoft_tag_apply(101, ['1001', $id]),
] as $name => $call) {
    $ids = ['abc', '', 0, -1, "1\r\n", "1\0", '1/2', '1:x', '01', ' 1', '1.0', PHP_INT_MIN, '12345678901234567890'];
    foreach ($ids as $id) {
        $outcomes[$name][] = outcome(fn () => $call($id));
    }
    echo "$name: ", implode("\n  ", array_unique($outcomes[$name])), "\n";
    // No type is converted: PHP would turn 1.5 and true into contact 1.
    foreach ([1.0, 1.5, true, null] as $id) {
        echo "  ", outcome(fn () => $call($id)), "\n";
    }
}
outcomes([
    'null in the list' => fn () => infusionsoft_tag_apply(101, [null]),
    'a list in the list' => fn () => infusionsoft_tag_apply(101, [[1001]]),
    'a contact, not its id' => fn () => infusionsoft_tag_apply(101, ['id' => '1001', 'given_name' => 'Mary']),
    'an object' => fn () => infusionsoft_tag_apply(101, new ArrayObject([1001])),
    'a list of tags' => fn () => infusionsoft_tag_apply([101, 'x'], 1001),
    'a tag, not its id' => fn () => infusionsoft_tag_apply(['id' => '101', 'name' => 'Customer'], 1001),
]);
var_dump($keap->journal());

try {
    infusionsoft_tag_apply(7, 1001);
} catch (Infusionsoft\ApiException $error) {
    echo $error->getMessage(), "\n";
    var_dump($error->status, $error->errorCode, $error->details, $error->results);
}
var_dump($keap->violations());
?>
--EXPECT--
tag: ValueError: Argument #1 ($tags) must be a tag id or a list of them: positive whole numbers, as int or string
  TypeError: Argument #1 ($tags) must be of type array|string|int, float given
  TypeError: Argument #1 ($tags) must be of type array|string|int, float given
  TypeError: Argument #1 ($tags) must be of type array|string|int, bool given
  TypeError: Argument #1 ($tags) must be of type array|string|int, null given
contact: ValueError: Argument #2 ($contacts) must be a contact id or a list of them: positive whole numbers, as int or string
  TypeError: Argument #2 ($contacts) must be of type array|string|int, float given
  TypeError: Argument #2 ($contacts) must be of type array|string|int, float given
  TypeError: Argument #2 ($contacts) must be of type array|string|int, bool given
  TypeError: Argument #2 ($contacts) must be of type array|string|int, null given
list: ValueError: Argument #2 ($contacts) must hold contact ids: entry 1 is not a positive whole number, as int or string
  ValueError: Argument #2 ($contacts) must hold contact ids: entry 1 is not a positive whole number, as int or string
  ValueError: Argument #2 ($contacts) must hold contact ids: entry 1 is not a positive whole number, as int or string
  ValueError: Argument #2 ($contacts) must hold contact ids: entry 1 is not a positive whole number, as int or string
  ValueError: Argument #2 ($contacts) must hold contact ids: entry 1 is not a positive whole number, as int or string
null in the list: ValueError: Argument #2 ($contacts) must hold contact ids: entry 0 is not a positive whole number, as int or string
a list in the list: ValueError: Argument #2 ($contacts) must hold contact ids: entry 0 is not a positive whole number, as int or string
a contact, not its id: ValueError: Argument #2 ($contacts) must hold contact ids: entry 1 is not a positive whole number, as int or string
an object: TypeError: Argument #2 ($contacts) must be of type array|string|int, ArrayObject given
a list of tags: ValueError: Argument #1 ($tags) must hold tag ids: entry 1 is not a positive whole number, as int or string
a tag, not its id: ValueError: Argument #1 ($tags) must hold tag ids: entry 1 is not a positive whole number, as int or string
array(0) {
}
Keap answered 404 to POST /rest/v2/tags/7/contacts:applyTags: No tag 7 (NOT_FOUND)
int(404)
string(9) "NOT_FOUND"
array(1) {
  [0]=>
  array(2) {
    ["domain"]=>
    string(4) "keap"
    ["resource"]=>
    string(3) "tag"
  }
}
array(0) {
}
array(0) {
}
