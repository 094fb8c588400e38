--TEST--
A success whose body is not JSON throws an ApiException with that status, and the call is not repeated
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/keap.inc';

$keap->authorize();
foreach ([
    ['action' => 'html'],
    ['action' => 'half-json'],
    ['action' => 'deep'],
    ['action' => 'status', 'status' => 200, 'body' => '{"a":1} x'],
    ['action' => 'status', 'status' => 201],
    ['action' => 'status', 'status' => 200, 'body' => '"text"'],
    ['action' => 'status', 'status' => 200, 'body' => 'null'],
] as $rule) {
    $keap->fault(['path' => '/crm'] + $rule);
    try {
        infusionsoft_contact_create(['email' => 'a@b'], 'Email');
    } catch (Infusionsoft\ApiException $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
        var_dump($error->status, $error->errorCode);
    }
}
var_dump(strlen($error->body), count($keap->journal()), $keap->violations());
?>
--EXPECT--
Infusionsoft\ApiException: Keap answered 200 to POST /rest/v2/contacts, and the reply cannot be read: it is not JSON
int(200)
NULL
Infusionsoft\ApiException: Keap answered 201 to POST /rest/v2/contacts, and the reply cannot be read: it is not JSON
int(201)
NULL
Infusionsoft\ApiException: Keap answered 200 to POST /rest/v2/contacts, and the reply cannot be read: it nests too deep
int(200)
NULL
Infusionsoft\ApiException: Keap answered 200 to POST /rest/v2/contacts, and the reply cannot be read: it is not JSON
int(200)
NULL
Infusionsoft\ApiException: Keap answered 201 to POST /rest/v2/contacts, and the reply cannot be read: it is not a JSON object
int(201)
NULL
Infusionsoft\ApiException: Keap answered 200 to POST /rest/v2/contacts, and the reply cannot be read: it is not a JSON object
int(200)
NULL
Infusionsoft\ApiException: Keap answered 200 to POST /rest/v2/contacts, and the reply cannot be read: it is not a JSON object
int(200)
NULL
int(4)
int(7)
array(0) {
}
