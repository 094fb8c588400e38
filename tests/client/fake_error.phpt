--TEST--
A fake does not hide a wrong call, and is rejected if its keys are not operations
--FILE--
<?php
require __DIR__ . '/../keap/outcome.inc';

outcomes([
    'no operation' => fn () => infusionsoft_fake(['createContct' => []]),
    'a function of ours' => fn () => infusionsoft_fake(['infusionsoft_contact_create' => []]),
    'numbers' => fn () => infusionsoft_fake([5 => []]),
    'type' => fn () => infusionsoft_fake('nobody'),
    'none' => fn () => infusionsoft_fake(),
]);
infusionsoft_fake(fn () => ['id' => '7']);
outcomes([
    'field' => fn () => infusionsoft_contact_create(['first_name' => 'Mary', 'email' => 'mary@example.com']),
    'parameter' => fn () => infusionsoft_call('getContact', ['id' => 7]),
    'id' => fn () => infusionsoft_tag_apply('Customer', 7),
    'account' => fn () => infusionsoft_contact_get(7, null, ''),
    'token' => fn () => infusionsoft_token_import([]),
    'code' => fn () => infusionsoft_authorize('', 'https://example.com/cb'),
]);
echo count(infusionsoft_recorded()), " requests\n";
?>
--EXPECT--
no operation: ValueError: Argument #1 ($responses) must be keyed by operations, by "METHOD /path" or by "*"; there is no operation "createContct"; did you mean "createContact"?
a function of ours: ValueError: Argument #1 ($responses) must be keyed by operations, by "METHOD /path" or by "*"; there is no operation "infusionsoft_contact_create"
numbers: ValueError: Argument #1 ($responses) must be a list of replies, or keyed by operations, not by numbers (5)
type: TypeError: Argument #1 ($responses) must be of type callable|array|null, string given
none: ArgumentCountError: infusionsoft_fake() expects exactly 1 argument, 0 given
field: ValueError: Argument #1 ($contact) contact has no field "first_name" in Keap; did you mean "given_name"?
parameter: ValueError: Argument #2 ($parameters) getContact has no parameter "id"
id: ValueError: Argument #1 ($tags) must be a tag id or a list of them: positive whole numbers, as int or string
account: ValueError: Argument #3 ($account) must be 1 to 128 bytes long and without NUL
token: ValueError: Argument #1 ($token) is not a token reply of Keap: access_token is missing
code: ValueError: Argument #1 ($code) must not be empty: it is the "code" of the callback's query
0 requests
