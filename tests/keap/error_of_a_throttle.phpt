--TEST--
A 429 in each of its three forms throws a RateLimitException that says when to retry
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.retries' => 0];
require __DIR__ . '/keap.inc';

// Each call uses its own key: after a 429, further calls with the same key would be delayed.
$key = 0;
foreach (['spike', 'quota', 'throttled'] as $shape) {
    foreach ([[], ['retry_after' => 7]] as $after) {
        infusionsoft_token_import(['api_key' => 'key-' . ++$key]);
        $keap->fault(['path' => '/crm', 'action' => $shape] + $after);
        try {
            infusionsoft_contact_find('a@b');
        } catch (Infusionsoft\RateLimitException $error) {
            var_dump($error instanceof Infusionsoft\ApiException);
            echo json_encode([$error->status, $error->errorCode, $error->retryAfter, $error->details]), "\n";
        }
    }
}
echo $error->getMessage(), "\n";
var_dump(count($keap->journal()), $keap->violations());
?>
--EXPECT--
bool(true)
[429,"policies.ratelimit.SpikeArrestViolation",1,[]]
bool(true)
[429,"policies.ratelimit.SpikeArrestViolation",7,[]]
bool(true)
[429,"policies.ratelimit.QuotaViolation",1,[]]
bool(true)
[429,"policies.ratelimit.QuotaViolation",7,[]]
bool(true)
[429,"Request Throttled",1,[]]
bool(true)
[429,"Request Throttled",7,[]]
Keap answered 429 to GET /rest/v2/contacts: Quota Exceeded (Request Throttled)
int(6)
array(0) {
}
