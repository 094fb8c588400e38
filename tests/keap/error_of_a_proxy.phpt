--TEST--
HTML, an empty body or any bytes from a proxy throw an ApiException without an error code
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.retries' => 0];
require __DIR__ . '/keap.inc';

$keap->authorize();
foreach ([
    ['action' => 'html', 'status' => 502],
    ['action' => 'status', 'status' => 503],
    ['action' => 'status', 'status' => 504, 'body' => '[]'],
    ['action' => 'status', 'status' => 500, 'body_base64' => base64_encode("\0\xff{")],
    ['action' => 'status', 'status' => 404, 'body' => '"text"'],
    // Nested deeper than any envelope.
    ['action' => 'status', 'status' => 400, 'body' => str_repeat('{"fault":', 5000) . '1' . str_repeat('}', 5000)],
] as $rule) {
    $keap->fault(['path' => '/crm'] + $rule);
    try {
        infusionsoft_request('GET', '/rest/v2/x');
    } catch (Infusionsoft\ApiException $error) {
        echo $error->getMessage(), ' ', json_encode([$error->errorCode, $error->details, strlen($error->body)]), "\n";
    }
}
var_dump(count($keap->journal()), $keap->violations());
?>
--EXPECT--
Keap answered 502 to GET /rest/v2/x [null,[],57]
Keap answered 503 to GET /rest/v2/x [null,[],0]
Keap answered 504 to GET /rest/v2/x [null,[],2]
Keap answered 500 to GET /rest/v2/x [null,[],3]
Keap answered 404 to GET /rest/v2/x [null,[],6]
Keap answered 400 to GET /rest/v2/x [null,[],50001]
int(6)
array(0) {
}
