--TEST--
A query with a value that cannot be encoded is refused
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
foreach ([
    ['x'], ['' => 'x'], ["a\0b" => 'x'], ['a' => [['x']]], ['a' => new stdClass()], ['a' => [new stdClass()]], ['a' => STDIN],
    ['a' => "x\0"], ['a' => "x\r\nX-Evil: 1"], ['a' => ['x', "\n"]],
] as $query) {
    echo outcome(fn () => infusionsoft_request('GET', '/rest/v1/x', $query)), "\n";
}
echo outcome(fn () => infusionsoft_request('GET', '/rest/v1/x', 'a=1')), "\n";
var_dump($keap->journal());
?>
--EXPECT--
ValueError: Argument #3 ($query) must be keyed by the names of query parameters
ValueError: Argument #3 ($query) must be keyed by the names of query parameters
ValueError: Argument #3 ($query) must be keyed by the names of query parameters
ValueError: Argument #3 ($query) must hold strings, numbers, booleans or lists of them; a is of type array
ValueError: Argument #3 ($query) a cannot be an object of class stdClass: give a string, a number, a DateTimeInterface, a backed enum, a Stringable or a JsonSerializable
ValueError: Argument #3 ($query) a cannot be an object of class stdClass: give a string, a number, a DateTimeInterface, a backed enum, a Stringable or a JsonSerializable
ValueError: Argument #3 ($query) a cannot be a resource
ValueError: Argument #3 ($query) must be without NUL, CR and LF; a holds one
ValueError: Argument #3 ($query) must be without NUL, CR and LF; a holds one
ValueError: Argument #3 ($query) must be without NUL, CR and LF; a holds one
TypeError: Argument #3 ($query) must be of type ?array, string given
array(0) {
}
