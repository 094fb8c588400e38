--TEST--
Jobs of a batch wait for their retries at the same time, without using the processor
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$http2 = true;
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/batch.inc';

$keap->authorize();
learn_limits();
$names = array_map(fn (int $i) => "n$i", range(0, 29));
$keap->fault(['path' => CONTACTS, 'action' => 'spike', 'retry_after' => 1, 'times' => 30]);
$used = fn () => array_sum(array_intersect_key(getrusage(), ['ru_utime.tv_usec' => 0, 'ru_stime.tv_usec' => 0]))
    + 1000000 * array_sum(array_intersect_key(getrusage(), ['ru_utime.tv_sec' => 0, 'ru_stime.tv_sec' => 0]));
[$cpu, $time] = [$used(), hrtime(true)];
var_dump(iterator_to_array(infusionsoft_batch(array_map(create(...), $names))) === $names);
// Waiting in a loop would take the whole second that Keap asks for, beside the 60 requests.
var_dump(count($keap->journal(CONTACTS)), hrtime(true) - $time < 15e9, $used() - $cpu < 900000);

// Each call gives up on its own: the time that Keap asks for is longer than a call may wait.
ini_set('infusionsoft.max_wait_ms', 1000);
$keap->fault(['path' => CONTACTS, 'action' => 'spike', 'retry_after' => 2, 'times' => 2]);
results(infusionsoft_batch([create('a'), create('b'), create('c')], in_flight: 1));
var_dump($keap->violations());
?>
--EXPECT--
bool(true)
int(60)
bool(true)
bool(true)
0: RateLimitException 429 policies.ratelimit.SpikeArrestViolation, retry after 2 s
1: RateLimitException 429 policies.ratelimit.SpikeArrestViolation, retry after 2 s
2: "c"
array(0) {
}
