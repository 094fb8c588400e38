--TEST--
An error in the application's envelope throws an ApiException with its status, details and body
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/keap.inc';

$keap->authorize();
$details = [['domain' => 'keap', 'resource' => 'contact'], ['domain' => 'x', 'resource' => 'y']];
foreach ([
    ['code' => 409, 'message' => "Taken\r\nalready", 'status' => 'ALREADY_EXISTS', 'details' => $details],
    ['code' => 400, 'message' => null, 'status' => null, 'details' => null],
    ['code' => 400, 'message' => ['x'], 'status' => 7, 'details' => 'x'],
    ['message' => str_repeat('ü', 400)],
    ['a' => 1],
] as $body) {
    $keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 409, 'body' => $body]);
    try {
        infusionsoft_request('GET', '/rest/v2/x');
    } catch (Infusionsoft\ApiException $error) {
        $message = $error->getMessage();
        echo get_class($error), ': ', strlen($message) < 100 ? $message : 'a long message', "\n";
        // Cut to length, but not within a character.
        var_dump(preg_match('//u', $message));
        echo json_encode([$error->status, $error->getCode(), $error->errorCode, $error->details, $error->results]), "\n";
        var_dump(json_decode($error->body, true) === $body);
    }
}
var_dump(count($keap->journal()), $keap->violations());
?>
--EXPECT--
Infusionsoft\ApiException: Keap answered 409 to GET /rest/v2/x: Taken  already (ALREADY_EXISTS)
int(1)
[409,409,"ALREADY_EXISTS",[{"domain":"keap","resource":"contact"},{"domain":"x","resource":"y"}],[]]
bool(true)
Infusionsoft\ApiException: Keap answered 409 to GET /rest/v2/x
int(1)
[409,409,null,[],[]]
bool(true)
Infusionsoft\ApiException: Keap answered 409 to GET /rest/v2/x
int(1)
[409,409,null,[],[]]
bool(true)
Infusionsoft\ApiException: a long message
int(1)
[409,409,null,[],[]]
bool(true)
Infusionsoft\ApiException: Keap answered 409 to GET /rest/v2/x
int(1)
[409,409,null,[],[]]
bool(true)
int(5)
array(0) {
}
