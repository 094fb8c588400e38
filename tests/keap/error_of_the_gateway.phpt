--TEST--
An error in the gateway's envelope throws an ApiException with its errorcode
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/keap.inc';

$keap->authorize();
foreach ([
    ['fault' => ['faultstring' => 'Invalid path', 'detail' => ['errorcode' => 'messaging.ApplicationNotFound']]],
    ['fault' => ['faultstring' => 'Odd', 'detail' => null]],
    ['fault' => ['detail' => ['errorcode' => 'x']], 'status' => 'not this'],
    ['fault' => 'x'],
] as $body) {
    $keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 403, 'body' => $body]);
    try {
        infusionsoft_request('GET', '/rest/v2/x');
    } catch (Infusionsoft\ApiException $error) {
        echo $error->getMessage(), "\n", json_encode([$error->status, $error->errorCode, $error->details]), "\n";
    }
}
var_dump($keap->violations());
?>
--EXPECT--
Keap answered 403 to GET /rest/v2/x: Invalid path (messaging.ApplicationNotFound)
[403,"messaging.ApplicationNotFound",[]]
Keap answered 403 to GET /rest/v2/x: Odd
[403,null,[]]
Keap answered 403 to GET /rest/v2/x (x)
[403,"x",[]]
Keap answered 403 to GET /rest/v2/x
[403,null,[]]
array(0) {
}
