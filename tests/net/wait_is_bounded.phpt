--TEST--
A call that would wait longer than infusionsoft.max_wait_ms fails at once and says how long the wait would be
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.retries' => 9];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

// Each with a key of its own: who shares one is held back after the first.
$tries = function (string $name, callable $call) use ($keap) {
    infusionsoft_token_import(['api_key' => 'key-for-' . strtr($name, ' ', '-')]);
    $before = count($keap->journal());
    echo "$name: ", outcome($call), ', tries: ', count($keap->journal()) - $before, "\n";
};
$find = fn () => infusionsoft_contact_find('a@b');
$create = fn () => infusionsoft_contact_create(['email' => 'a@b']);

$keap->fault(['path' => '/crm', 'action' => 'quota', 'retry_after' => 3600, 'times' => 2]);
$tries('an hour', $find);
$tries('an hour, unsafe', $create);
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 503, 'retry_after' => 3600, 'times' => 2]);
$tries('down for an hour', $find);
$tries('down for an hour, unsafe', $create);

// All waits of a call count together: the third second is one too many.
$keap->fault(['path' => '/crm', 'action' => 'spike', 'retry_after' => 1, 'times' => 0]);
$tries('three times a second', $find);
$keap->clearFaults();

ini_set('infusionsoft.max_wait_ms', 0);
$keap->fault(['path' => '/crm', 'action' => 'spike', 'retry_after' => 1]);
$tries('no patience', $create);
$keap->fault(['path' => '/crm', 'action' => 'spike', 'retry_after' => 0]);
$tries('no wait', $find);
var_dump($keap->violations());
?>
--EXPECT--
an hour: RateLimitException 429 policies.ratelimit.QuotaViolation, retry after 3600 s, tries: 1
an hour, unsafe: RateLimitException 429 policies.ratelimit.QuotaViolation, retry after 3600 s, tries: 1
down for an hour: ApiException 503 null, tries: 1
down for an hour, unsafe: ApiException 503 null, tries: 1
three times a second: RateLimitException 429 policies.ratelimit.SpikeArrestViolation, retry after 1 s, tries: 3
no patience: RateLimitException 429 policies.ratelimit.SpikeArrestViolation, retry after 1 s, tries: 1
no wait: RateLimitException 429 null, retry after 1 s, tries: 1
array(0) {
}
