--TEST--
infusionsoft_stats() sums the counters of all processes that use the store
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.max_wait_ms' => 60000];
require __DIR__ . '/../keap/keap.inc';

$began = time();
var_dump(infusionsoft_stats()['since'], array_sum(infusionsoft_stats()['latency_ms']['histogram']), infusionsoft_stats()['latency_ms']['p50']);
$keap->authorize();
// Each process makes three calls; one of them takes three tries, after a 502 and a 429.
$call = 'infusionsoft_contact_find("a@example.com");';
for ($i = 0; $i < 3; $i++) {
    $keap->clearFaults();
    $keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 502], ['path' => '/crm', 'action' => 'spike', 'retry_after' => 1],
        ['path' => '/crm', 'delay' => 60, 'times' => 0, 'action' => 'pass']);
    echo $keap->php($call . $call . $call);
}
$stats = infusionsoft_stats();
echo json_encode(array_diff_key($stats, ['since' => 1, 'waits' => 1, 'waited_ms' => 1, 'latency_ms' => 1])), "\n";
var_dump($stats['since'] >= $began && $stats['since'] <= time());
// A wait of 1 s after each 429, and waits for a turn.
var_dump($stats['waits'] >= 3, $stats['waited_ms'] >= 3000);

$histogram = $stats['latency_ms']['histogram'];
echo json_encode(array_keys($histogram)), "\n";
echo array_sum($histogram), " replies\n";
var_dump(array_sum(array_filter($histogram, fn ($bound) => $bound === 'more' || $bound > 50, ARRAY_FILTER_USE_KEY)) >= 9);
$latency = $stats['latency_ms'];
var_dump($latency['p50'] > 50, $latency['p50'] <= $latency['p95'], $latency['p95'] <= $latency['p99']);
// Another process sees the same sums; a process with another store does not.
var_dump($keap->php('echo json_encode(infusionsoft_stats());') === json_encode($stats));
mkdir("$keap->folder/other", 0700);
echo $keap->php('infusionsoft_token_import($keap->grant()); echo json_encode(infusionsoft_stats()["calls"]);', ['infusionsoft.store_path' => "$keap->folder/other"]), "\n";
?>
--EXPECT--
NULL
int(0)
NULL
{"calls":9,"retries":6,"refreshes":0,"refresh_failures":0,"rate_limited":3,"failures":{"abandoned":0,"value":0,"configuration":0,"store":0,"authorization":0,"transport":0,"api":0,"rate_limit":0}}
bool(true)
bool(true)
bool(true)
[1,2,5,10,20,50,100,200,500,1000,2000,5000,10000,20000,50000,"more"]
15 replies
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
0
