--TEST--
A success whose body cannot be used throws a TransportException: Keap may have acted, and an unsafe call is not repeated
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
    ['action' => 'status', 'status' => 201, 'retry_after' => 0],
    ['action' => 'status', 'status' => 204],
    ['action' => 'status', 'status' => 200, 'body' => '"text"'],
    ['action' => 'status', 'status' => 200, 'body' => 'null'],
] as $rule) {
    $keap->fault(['path' => '/crm'] + $rule);
    try {
        infusionsoft_contact_create(['email' => 'a@b']);
    } catch (Infusionsoft\TransportException $error) {
        echo $error->getMessage(), ' ', json_encode($error->maySent), "\n";
    }
}
var_dump(count($keap->journal()), $keap->violations());
?>
--EXPECT--
Keap answered 200 to POST /rest/v2/contacts, and the reply cannot be used: it is not JSON. Keap may have acted true
Keap answered 201 to POST /rest/v2/contacts, and the reply cannot be used: it is not JSON. Keap may have acted true
Keap answered 200 to POST /rest/v2/contacts, and the reply cannot be used: it is nested too deeply. Keap may have acted true
Keap answered 200 to POST /rest/v2/contacts, and the reply cannot be used: it is not JSON. Keap may have acted true
Keap answered 201 to POST /rest/v2/contacts, and the reply cannot be used: it is empty. Keap may have acted true
Keap answered 201 to POST /rest/v2/contacts, and the reply cannot be used: it is empty. Keap may have acted true
Keap answered 204 to POST /rest/v2/contacts, and the reply cannot be used: it is empty. Keap may have acted true
Keap answered 200 to POST /rest/v2/contacts, and the reply cannot be used: it is not a JSON object or list. Keap may have acted true
Keap answered 200 to POST /rest/v2/contacts, and the reply cannot be used: it is not a JSON object or list. Keap may have acted true
int(9)
array(0) {
}
