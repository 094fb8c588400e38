--TEST--
A batch that is released before its end leaves no connection, no memory and no running job behind
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/../net/http2_skipif.inc';
if (!is_dir('/proc/self/fd')) {
    echo 'skip needs /proc';
}
?>
--FILE--
<?php
$http2 = true;
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/batch.inc';

$keap->authorize();
learn_limits();
$ended = 0;
$call = function (string $name) use (&$ended) {
    return function () use ($name, &$ended) {
        try {
            return create($name)();
        } finally {
            $ended++;
        }
    };
};
$run = function (int $round) use ($keap, $call, &$ended) {
    $keap->fault(['path' => CONTACTS, 'hold' => 'before', 'times' => 10]);
    $before = count($keap->journal(CONTACTS));
    $calls = array_map($call, array_map(fn (int $i) => "r$round-$i", range(0, 49)));
    $first = function () use ($keap, $before, $round, &$ended) {
        do {
            learn_limits(); // while this call waits, the requests of the other jobs are sent
        } while (count($keap->journal(CONTACTS)) < $before + 9);
        $ended++;
        return "round $round";
    };
    foreach (infusionsoft_batch([$first] + $calls, in_flight: 10) as $result) {
        break;
    }
    $keap->clearFaults();
    return $result;
};
$open = fn () => count(scandir('/proc/self/fd'));
echo $run(0), "\n";
[$descriptors, $memory] = [$open(), memory_get_usage()];
for ($round = 1; $round < 5; $round++) {
    echo $run($round), "\n";
}
var_dump($open() === $descriptors, memory_get_usage() - $memory < 4096, $ended);
// The server saw the requests aborted, and no further request.
$keap->wait(CONTACTS, count($keap->journal(CONTACTS)), 'ended');
$how = array_count_values(array_column($keap->journal(CONTACTS), 'ended'));
var_dump(array_sum($how) === count($keap->journal(CONTACTS)), array_keys($how));
results(infusionsoft_batch([create('after')]));
var_dump($keap->violations());
?>
--EXPECT--
round 0
round 1
round 2
round 3
round 4
bool(true)
bool(true)
int(55)
bool(true)
array(1) {
  [0]=>
  string(7) "aborted"
}
0: "after"
array(0) {
}
