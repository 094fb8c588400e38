--TEST--
An object that stands for no value is refused with the name of the operation's parameter
--FILE--
<?php
require __DIR__ . '/objects.inc';
require __DIR__ . '/../keap/outcome.inc';

infusionsoft_fake([]);
foreach ([
    ['getContact', ['contact_id' => fn () => 1]],
    ['getContact', ['contact_id' => new Throwing()]],
    ['getContact', ['contact_id' => 1, 'fields' => [Plain::One]]],
    ['listContacts', ['filter' => fn () => 1]],
    ['createReferral', ['contact_id' => new stdClass()]],
    ['updateSubscription', ['subscription_id' => 1, 'quantity' => midnight()]],
] as [$operation, $parameters]) {
    echo outcome(fn () => infusionsoft_call($operation, $parameters)), "\n";
}
echo outcome(fn () => infusionsoft_each('listContacts', ['order_by' => new Throwing()])), "\n";
var_dump(infusionsoft_recorded());
?>
--EXPECTF--
ValueError: Argument #2 ($parameters) contact_id cannot be an object of class Closure: give %s
LogicException: thrown by __toString()
ValueError: Argument #2 ($parameters) fields[0] cannot be a case of the enum Plain, which has no values: give %s
ValueError: Argument #2 ($parameters) filter cannot be an object of class Closure: give %s
ValueError: Argument #2 ($parameters) createReferral.contact_id cannot be an object of class stdClass: give %s
ValueError: Argument #2 ($parameters) updateSubscription.quantity must be an integer, string given
LogicException: thrown by __toString()
array(0) {
}
