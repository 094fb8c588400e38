--TEST--
When Keap's reply reports that no calls are left in the minute, no further call is sent
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->options(['minute_quota' => 1000]);
$keap->authorize();
$left = static fn (int $calls): array => ['path' => '/crm', 'action' => 'status', 'status' => 200, 'body' => [], 'headers' => [
    'x-keap-product-throttle-limit' => '60000',
    'x-keap-product-throttle-available' => (string) $calls,
]];
// Not so near the end of a minute that the wait would be short enough.
while (time() % 60 > 50) {
    usleep(100000);
}
$keap->fault($left(2000), $left(1000), $left(0));
try {
    for ($calls = 0; $calls < 5; $calls++) {
        infusionsoft_request('GET', '/rest/v2/contacts');
    }
} catch (Infusionsoft\RateLimitException $error) {
    echo $calls, ' calls, then ', $error->retryAfter >= 60 - time() % 60 - 1 ? 'wait for the next minute' : $error->retryAfter, "\n";
}
echo $keap->count('GET /crm/rest/v2/contacts'), " requests\n";
?>
--EXPECT--
3 calls, then wait for the next minute
3 requests
