--TEST--
A call beside large batches of other processes waits for one slot of each at most, also after they were killed
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$http2 = true;
require __DIR__ . '/../keap/keap.inc';

$keap->options(['told_minute' => 0]); // the pace is the one that Keap documents: 41 ms for each call
$keap->authorize();
infusionsoft_request('GET', '/rest/v2/contacts');
$batch = '
    $call = fn () => infusionsoft_request("GET", "/rest/v2/tags");
    $calls = (function () use ($call) {
        for (;;) {
            yield $call;
        }
    })();
    foreach (infusionsoft_batch($calls, ordered: false, in_flight: 128) as $i => $result) {
        echo $result instanceof Throwable ? $result->getMessage() . "\n" : "";
        echo $i === 0 ? "begun\n" : "";
    }';
$processes = [$keap->start($batch), $keap->start($batch)];
foreach ($processes as $process) {
    echo $process->line(), "\n";
}
// Two slots of the batches and one more take 123 ms. With all jobs in the queue it was 10 s.
ini_set('infusionsoft.max_wait_ms', 250);
$limited = 0;
$call = function () use (&$limited): void {
    try {
        infusionsoft_request('GET', '/rest/v2/contacts');
    } catch (Infusionsoft\RateLimitException $e) {
        $limited++;
    }
};
for ($i = 0; $i < 20; $i++) {
    $call();
}
echo "$limited of 20 were refused\n";
array_walk($processes, fn (KeapProcess $process) => $process->kill());
$call();
echo "$limited after the batches were killed\n";
?>
--EXPECT--
begun
begun
0 of 20 were refused
0 after the batches were killed
