--TEST--
A job whose fiber outlives its batch goes on where the script resumes it again and again: its calls get their replies
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$call = fn () => count(infusionsoft_request('GET', '/rest/v2/tags')['tags']);
$fiber = null;
$batch = infusionsoft_batch([function () use (&$fiber, &$batch, $call) {
    $fiber = Fiber::getCurrent();
    $first = $call();
    $batch = null;
    echo "the batch is gone\n";
    return [$first, $call(), $call()];
}, $call, $call], ordered: false);
$batch->valid();
for ($resumed = 0; $fiber->isSuspended() && $resumed < 1000; $resumed++) {
    $fiber->resume();
    usleep($batch ? 1000 : 0);
    $batch?->valid();
}
echo $resumed < 1000 ? json_encode($fiber->getReturn()) : 'it waits for ever', "\n";
?>
--EXPECT--
the batch is gone
[0,0,0]
