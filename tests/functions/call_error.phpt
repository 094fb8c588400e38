--TEST--
infusionsoft_call() refuses an unknown, missing or ill-typed parameter before anything is sent
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$calls = [
    'no operation' => ['createContct', []],
    'NUL in it' => ["getContact\0", []],
    'nothing near it' => ['xyz', []],
    'unknown' => ['createContact', ['given_nam' => 'Mary']],
    'unknown in the path' => ['getContact', ['contactid' => 1]],
    'a number' => ['getContact', [7]],
    'parts of a path' => ['deleteOrderTotalDiscountCriteria', ['discount_id}/criteria/{criteria_id' => 1]],
    'NUL in the name' => ['getContact', ["contact_id}\0x" => 1]],
    'missing in the path' => ['getContact', []],
    'a path of an array' => ['getContact', ['contact_id' => []]],
    'a path that leads elsewhere' => ['getContact', ['contact_id' => '..']],
    'an empty path' => ['getContact', ['contact_id' => '']],
    'NUL in the path' => ['getContact', ['contact_id' => "7\0"]],
    'missing in the body' => ['achieveGoal', []],
    'missing in the query' => ['deleteAutomation', []],
    'type in the query' => ['listContacts', ['page_size' => 'many']],
    'range' => ['listContacts', ['page_size' => 1001]],
    'a list' => ['listContacts', ['fields' => 'id']],
    'nested' => ['createContact', ['addresses' => [['lin1' => 'x']]]],
    'too long' => ['createContact', ['given_name' => str_repeat('x', 41)]],
    'a value' => ['createContact', ['contact_type' => 7, 'email_addresses' => [['email' => 'a@b', 'field' => 'EMAIL9']]]],
    'of numbers' => ['createTask', ['remind_time_mins' => 7]],
    'both' => ['createTag', ['body' => ['name' => 'x'], 'name' => 'y']],
    'no body there' => ['getContact', ['contact_id' => 1, 'body' => []]],
    'body of another type' => ['createTag', ['body' => 'x']],
    'a list as body' => ['addProductOptionListOptionValue', ['product_id' => 1, 'product_option_id' => 2]],
    'no list as body' => ['addProductOptionListOptionValue', ['product_id' => 1, 'product_option_id' => 2, 'body' => ['name' => 'x']]],
    'boolean' => ['createTask', ['completed' => 'yes']],
];
outcomes(array_map(fn (array $call) => fn () => infusionsoft_call(...$call), $calls));
echo count($keap->journal('/crm')), " requests\n";
?>
--EXPECT--
no operation: ValueError: Argument #1 ($operation) must be one of Keap's operations; there is no "createContct"; did you mean "createContact"?
NUL in it: ValueError: Argument #1 ($operation) must be one of Keap's operations; there is no "getContact"
nothing near it: ValueError: Argument #1 ($operation) must be one of Keap's operations; there is no "xyz"
unknown: ValueError: Argument #2 ($parameters) createContact has no parameter "given_nam"; did you mean "given_name"?
unknown in the path: ValueError: Argument #2 ($parameters) getContact has no parameter "contactid"; did you mean "contact_id"?
a number: ValueError: Argument #2 ($parameters) must be keyed by names, not by numbers (0)
parts of a path: ValueError: Argument #2 ($parameters) deleteOrderTotalDiscountCriteria has no parameter "discount_id}/criteria/{criteria_id"
NUL in the name: ValueError: Argument #2 ($parameters) getContact has no parameter "contact_id}"; did you mean "contact_id"?
missing in the path: ValueError: Argument #2 ($parameters) needs contact_id
a path of an array: ValueError: Argument #2 ($parameters) contact_id must be an int or a string, array given
a path that leads elsewhere: ValueError: Argument #2 ($parameters) contact_id must not be empty, "." or "..", nor hold NUL
an empty path: ValueError: Argument #2 ($parameters) contact_id must not be empty, "." or "..", nor hold NUL
NUL in the path: ValueError: Argument #2 ($parameters) contact_id must not be empty, "." or "..", nor hold NUL
missing in the body: ValueError: Argument #2 ($parameters) achieveGoal.contact_id is required
missing in the query: ValueError: Argument #2 ($parameters) needs automation_ids
type in the query: ValueError: Argument #2 ($parameters) page_size must be an integer, string given
range: ValueError: Argument #2 ($parameters) page_size must be from 0 to 1000, 1001 given
a list: ValueError: Argument #2 ($parameters) fields must be a list
nested: ValueError: Argument #2 ($parameters) createContact.addresses[0] has no field "lin1" in Keap; did you mean "line1"?
too long: ValueError: Argument #2 ($parameters) createContact.given_name must be at most 40 characters long, 41 given
a value: ValueError: Argument #2 ($parameters) createContact.email_addresses[0].field cannot be "EMAIL9"; did you mean "EMAIL1"?
of numbers: ValueError: Argument #2 ($parameters) createTask.remind_time_mins cannot be "7"; did you mean "5"?
both: ValueError: Argument #2 ($parameters) must give either body or its properties, not both
no body there: ValueError: Argument #2 ($parameters) getContact has no parameter "body"
body of another type: ValueError: Argument #2 ($parameters) body must be an array, string given
a list as body: ValueError: Argument #2 ($parameters) needs body, a list
no list as body: ValueError: Argument #2 ($parameters) body must be a list of arrays
boolean: ValueError: Argument #2 ($parameters) createTask.completed must be a boolean, string given
0 requests
