--TEST--
In a forked child, the fiber of a parent's call that is under way can be resumed, and gets an Error at once
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/../net/http2_skipif.inc';
if (!function_exists('pcntl_fork')) {
    echo 'skip needs pcntl';
}
?>
--FILE--
<?php
$http2 = true;
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/batch.inc';

$keap->authorize();
$keap->fault(['path' => CONTACTS . '/7', 'hold' => 'before', 'times' => 0]);
$fibers = [];
$call = function () use (&$fibers) {
    $fibers[] = Fiber::getCurrent();
    return outcome(fn () => infusionsoft_contact_get(7));
};
$batch = infusionsoft_batch([fn () => 'first', $call, $call], ordered: false);
echo $batch->current(), "\n";
if (!($child = pcntl_fork())) {
    foreach ($fibers as $fiber) {
        $fiber->resume();
        echo 'child: ', $fiber->isTerminated() ? $fiber->getReturn() : 'still suspended', "\n";
    }
    exit;
}
pcntl_waitpid($child, $status);
$keap->clearFaults();
$keap->release();
for ($batch->next(); $batch->valid(); $batch->next()) {
    echo 'parent: ', $batch->current(), "\n";
}
var_dump($keap->counts()['connections'], $keap->violations());
?>
--EXPECT--
first
child: Error: The call belongs to the process that began it: a forked child cannot wait for it
child: Error: The call belongs to the process that began it: a forked child cannot wait for it
parent: ApiException 404 NOT_FOUND
parent: ApiException 404 NOT_FOUND
int(1)
array(0) {
}
