--TEST--
infusionsoft_request() refuses an object without JSON in a body or a query, with its place
--FILE--
<?php
require __DIR__ . '/objects.inc';
require __DIR__ . '/../keap/outcome.inc';

final class Customer
{
    public string $name = 'Mary';
}

infusionsoft_fake([]);
foreach ([
    fn () => 1,
    ['customer' => new Customer()],
    [[new ArrayObject(['a' => fn () => 1])]],
    (object) ['level' => Plain::One],
    ['file' => STDIN],
    new Throwing(),
] as $body) {
    echo outcome(fn () => infusionsoft_request('POST', '/rest/v1/x', body: $body)), "\n";
}
foreach ([['a' => fn () => 1], ['a' => [Plain::One]], ['a' => new Json((object) [])], ['a' => new Throwing()]] as $query) {
    echo outcome(fn () => infusionsoft_request('GET', '/rest/v1/x', $query)), "\n";
}
var_dump(infusionsoft_recorded());
?>
--EXPECTF--
ValueError: Argument #4 ($body) body cannot be an object of class Closure: give %s
ValueError: Argument #4 ($body) body.customer cannot be an object of class Customer: give %s
ValueError: Argument #4 ($body) body[0][0].a cannot be an object of class Closure: give %s
ValueError: Argument #4 ($body) body.level cannot be a case of the enum Plain, which has no values: give %s
ValueError: Argument #4 ($body) body.file cannot be a resource
LogicException: thrown by jsonSerialize()
ValueError: Argument #3 ($query) a cannot be an object of class Closure: give %s
ValueError: Argument #3 ($query) a cannot be a case of the enum Plain, which has no values: give %s
ValueError: Argument #3 ($query) a cannot be an object of class stdClass: give %s
LogicException: thrown by __toString()
array(0) {
}
