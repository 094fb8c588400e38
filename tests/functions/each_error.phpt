--TEST--
infusionsoft_each() refuses wrong arguments before anything is sent, and detects a list without an end
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
outcomes([
    'no operation' => fn () => infusionsoft_each('listContact'),
    'no list' => fn () => infusionsoft_each('createContact', ['given_name' => 'Mary']),
    'an object with a list in it' => fn () => infusionsoft_each('retrieveContactModel'),
    'unknown parameter' => fn () => infusionsoft_each('listContacts', ['filtr' => 'x']),
    'a token of another type' => fn () => infusionsoft_each('listContacts', ['page_token' => []]),
    'an offset of another type' => fn () => infusionsoft_each('listAppointmentsUsingGET', ['offset' => 'x']),
    'a token where there is but one page' => fn () => infusionsoft_each('list_hook_event_types', ['page_token' => 'x']),
    'account' => fn () => infusionsoft_each('listContacts', [], ''),
    'made by hand' => fn () => new Infusionsoft\Each(),
    'cloned' => fn () => clone infusionsoft_each('listContacts'),
]);
echo count($keap->journal('/crm')), " requests\n";

$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 200, 'times' => 0,
    'body' => ['contacts' => [['id' => '1']], 'next_page_token' => 'again']]);
$each = infusionsoft_each('listContacts');
outcomes(['endless' => fn () => iterator_to_array($each)]);
echo count($keap->journal('/crm')), " requests\n";

foreach (['{"contacts":7}', '"text"', '{"contacts":null}', '{}', ''] as $reply) {
    $keap->clearFaults();
    $keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 200, 'body_base64' => base64_encode($reply), 'content_type' => 'application/json']);
    outcomes([$reply => fn () => iterator_to_array(infusionsoft_each('listContacts'))]);
}
?>
--EXPECT--
no operation: ValueError: Argument #1 ($operation) must be one of Keap's operations; there is no "listContact"; did you mean "listContacts"?
no list: ValueError: Argument #1 ($operation) must be an operation that lists something; createContact does not
an object with a list in it: ValueError: Argument #1 ($operation) must be an operation that lists something; retrieveContactModel does not
unknown parameter: ValueError: Argument #2 ($parameters) listContacts has no parameter "filtr"; did you mean "filter"?
a token of another type: ValueError: Argument #2 ($parameters) page_token must be a string, array given
an offset of another type: ValueError: Argument #2 ($parameters) offset must be an integer, string given
a token where there is but one page: ValueError: Argument #2 ($parameters) list_hook_event_types has no parameter "page_token"
account: ValueError: Argument #3 ($account) must be 1 to 128 bytes long and without NUL
made by hand: Error: Call to private Infusionsoft\Each::__construct() from global scope
cloned: Error: Trying to clone an uncloneable object of class Infusionsoft\Each
0 requests
endless: ApiException 200 null
2 requests
{"contacts":7}: ApiException 200 null
"text": ApiException 200 null
{"contacts":null}: []
{}: []
: []
