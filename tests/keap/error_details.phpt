--TEST--
The message of an ApiException holds what Keap's details say about single fields, and the exception the request id
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/keap.inc';

$keap->authorize();
$field = 'email_addresses[0].email';
foreach ([
    'field and description' => [['domain' => 'keap', 'resource' => 'contact', 'field' => $field, 'description' => 'must be an address']],
    'path and message' => [['path' => $field, 'message' => "must be\nan address"], ['path' => 'given_name', 'message' => 'is too long']],
    'nested violations' => [['@type' => 'x/BadRequest', 'field_violations' => [['field' => $field, 'description' => 'must be an address']]]],
    'texts' => ["$field: must be an address"],
    'a map' => [$field => 'must be an address', 'given_name' => ['is too long', 'has a digit']],
    'no particulars' => [['domain' => 'keap', 'resource' => 'contact'], 7, null, [[[[[[['too deep']]]]]]]],
    'many' => array_fill(0, 20, ['field' => str_repeat('f', 20), 'message' => str_repeat('m', 300)]),
] as $what => $details) {
    $keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 400, 'headers' => ['X-Correlation-Id' => $what === 'texts' ? 'c-1' : 'with a blank'],
        'body' => ['code' => 400, 'message' => 'Bad Request', 'status' => 'INVALID_ARGUMENT', 'details' => $details]]);
    try {
        infusionsoft_contact_create(['email' => 'a@b']);
    } catch (Infusionsoft\ApiException $error) {
        echo "$what: ", substr(strstr($error->getMessage(), 'Bad'), 0, 130), ' ', json_encode($error->requestId), "\n";
        $error->details === $details or print("other details\n");
    }
}
?>
--EXPECT--
field and description: Bad Request (INVALID_ARGUMENT): email_addresses[0].email: must be an address null
path and message: Bad Request (INVALID_ARGUMENT): email_addresses[0].email: must be an address; given_name: is too long null
nested violations: Bad Request (INVALID_ARGUMENT): email_addresses[0].email: must be an address null
texts: Bad Request (INVALID_ARGUMENT): email_addresses[0].email: must be an address "c-1"
a map: Bad Request (INVALID_ARGUMENT): email_addresses[0].email: must be an address; given_name: is too long; given_name: has a digit null
no particulars: Bad Request (INVALID_ARGUMENT) null
many: Bad Request (INVALID_ARGUMENT): ffffffffffffffffffff: mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm null
