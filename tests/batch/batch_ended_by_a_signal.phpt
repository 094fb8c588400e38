--TEST--
A signal is handled while a batch waits: what the handler throws comes out of the loop, and the jobs end
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
extension_loaded('pcntl') or print 'skip needs pcntl';
?>
--FILE--
<?php
$settings = ['infusionsoft.max_wait_ms' => 3600000];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/../net/signals.inc';
require __DIR__ . '/batch.inc';

$keap->authorize();
learn_limits();
throw_on(SIGTERM, SIGALRM);
$job = function () {
    try {
        infusionsoft_contact_get(1001);
    } finally {
        echo "job ends\n";
    }
};
$keap->fault(['path' => CONTACTS, 'hold' => 'before', 'times' => 3]);
$sender = signal_when($keap, SIGTERM, CONTACTS, 'held', 3);
echo outcome(fn () => iterator_to_array(infusionsoft_batch([$job, $job, $job]))), "\n";
$sender->output();
$keap->release();

// All jobs wait for their next try: nothing moves on the network.
$keap->fault(['path' => CONTACTS, 'action' => 'status', 'status' => 503, 'retry_after' => 3000, 'times' => 0]);
$sender = signal_when($keap, SIGALRM, CONTACTS, 'ended', 5);
echo outcome(fn () => iterator_to_array(infusionsoft_batch([$job, $job]))), "\n";
$sender->output();
echo count($keap->journal(CONTACTS)), " requests\n";
?>
--EXPECT--
job ends
job ends
job ends
LogicException: signal 15
job ends
job ends
LogicException: signal 14
5 requests
