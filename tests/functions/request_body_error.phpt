--TEST--
A body without JSON is refused
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$loop = [];
$loop[] = &$loop;
$object = new stdClass();
$object->itself = $object;
foreach ([NAN, ['a' => -INF], "\xff", ["\xff" => 1], $loop, $object, STDIN] as $body) {
    echo outcome(fn () => infusionsoft_request('POST', '/rest/v1/x', body: $body)), "\n";
}
var_dump($keap->count('POST /crm/rest/v1/x'));
// Breaks the cycle: a memory checker would report a leak.
$loop = $object->itself = null;
?>
--EXPECT--
ValueError: Argument #4 ($body) cannot be sent as JSON: JSON cannot hold INF and NAN
ValueError: Argument #4 ($body) cannot be sent as JSON: JSON cannot hold INF and NAN
ValueError: Argument #4 ($body) cannot be sent as JSON: a string is not valid UTF-8
ValueError: Argument #4 ($body) cannot be sent as JSON: ? is not valid UTF-8
ValueError: Argument #4 ($body) cannot be sent as JSON: it contains itself
ValueError: Argument #4 ($body) body.itself contains itself, or is nested too deeply
ValueError: Argument #4 ($body) body cannot be a resource
int(0)
