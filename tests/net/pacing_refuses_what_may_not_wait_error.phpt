--TEST--
A call whose slot is later than max_wait_ms allows throws RateLimitException at once and is not sent
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.max_wait_ms' => 0];
require __DIR__ . '/../keap/keap.inc';

// Nothing is left of the minute. Not so near its end that it could be over before the test.
while (time() % 60 > 40) {
    usleep(100000);
}
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 200, 'body' => [], 'headers' => ['x-keap-product-throttle-available' => '0']]);
$keap->authorize();
infusionsoft_request('GET', '/rest/v2/contacts');
try {
    infusionsoft_request('GET', '/rest/v2/contacts');
} catch (Infusionsoft\RateLimitException $error) {
    echo preg_replace('/\d+ ms/', 'N ms', $error->getMessage()), "\n";
    echo json_encode([$error->status, $error->errorCode, $error->retryAfter > 1, $error->body]), "\n";
}
echo $keap->count('GET /crm/rest/v2/contacts'), " call\n";
?>
--EXPECT--
Keap's rate limit is used up by other calls: the next slot is in N ms, and this call may wait N ms more (infusionsoft.max_wait_ms). It was not sent
[429,null,true,""]
1 call
