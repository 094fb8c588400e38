--TEST--
There are at most infusionsoft.retries tries after the first, and the caller gets the result of the last
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.max_wait_ms' => 60000];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
foreach (['0', '1', '2'] as $retries) {
    ini_set('infusionsoft.retries', $retries);
    $rules = [['action' => 'html', 'status' => 503], ['action' => 'hangup'], ['action' => 'spike', 'retry_after' => 0]];
    foreach ($rules as $rule) {
        // On a kept connection libcurl would make one try more by itself.
        $keap->closeIdle();
        $keap->fault(['path' => '/crm', 'times' => 0] + $rule);
        $before = count($keap->journal());
        echo "$rule[action]: ", outcome(fn () => infusionsoft_contact_find('a@b'));
        echo ', tries: ', count($keap->journal()) - $before, "\n";
        $keap->clearFaults();
    }
}
// Mended by the third try.
$keap->closeIdle();
$keap->fault(['path' => '/crm', 'action' => 'hangup'], ['path' => '/crm', 'action' => 'quota', 'retry_after' => 0]);
$before = count($keap->journal());
var_dump(infusionsoft_contact_find('a@b'), count($keap->journal()) - $before, $keap->violations());
?>
--EXPECT--
html: ApiException 503 null, tries: 1
hangup: TransportException, not sent, tries: 1
spike: RateLimitException 429 policies.ratelimit.SpikeArrestViolation, retry after 1 s, tries: 1
html: ApiException 503 null, tries: 2
hangup: TransportException, not sent, tries: 2
spike: RateLimitException 429 policies.ratelimit.SpikeArrestViolation, retry after 1 s, tries: 2
html: ApiException 503 null, tries: 3
hangup: TransportException, not sent, tries: 3
spike: RateLimitException 429 policies.ratelimit.SpikeArrestViolation, retry after 1 s, tries: 3
NULL
int(3)
array(0) {
}
