--TEST--
While the caller is busy with a result, the time of the calls under way does not run
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.timeout_ms' => 1500, 'infusionsoft.retries' => 0];
$http2 = true;
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/batch.inc';

$keap->authorize();
learn_limits();
$keap->fault(['path' => CONTACTS, 'hold' => 'before', 'after' => 1]);
$batch = infusionsoft_batch([create('a'), create('b')]);
echo $batch->current(), "\n";
$keap->wait(CONTACTS, 1, 'held');
usleep(1700000);
$keap->release();
$batch->next();
echo outcome(fn () => $batch->current()), "\n";

// It runs while the caller waits.
$keap->fault(['path' => CONTACTS, 'hold' => 'before']);
results(infusionsoft_batch([create('c')]));
?>
--EXPECT--
a
"b"
0: TransportException, may have been sent
