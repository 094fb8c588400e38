--TEST--
A body with a string that is not valid UTF-8 is refused, and the message names the string
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$latin = "Ren\xe9";
$post = fn (mixed $body) => fn () => infusionsoft_request('POST', '/rest/v2/contacts', null, $body);
outcomes([
    'a member' => $post(['name' => 'x', 'given_name' => $latin]),
    'in a list' => $post(['addresses' => [['line1' => 'é'], ['line1' => $latin]]]),
    'in an object' => $post((object) ['company' => (object) ['name' => $latin]]),
    'a key' => $post(['company' => [$latin => 1]]),
    'all of it' => $post($latin),
]);
var_dump(count($keap->journal()));
?>
--EXPECT--
a member: ValueError: Argument #4 ($body) cannot be sent as JSON: given_name is not valid UTF-8
in a list: ValueError: Argument #4 ($body) cannot be sent as JSON: addresses[1].line1 is not valid UTF-8
in an object: ValueError: Argument #4 ($body) cannot be sent as JSON: company.name is not valid UTF-8
a key: ValueError: Argument #4 ($body) cannot be sent as JSON: company.Ren? is not valid UTF-8
all of it: ValueError: Argument #4 ($body) cannot be sent as JSON: a string is not valid UTF-8
int(0)
