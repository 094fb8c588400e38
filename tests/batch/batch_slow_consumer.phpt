--TEST--
The timeout of a call that is in flight does not run while the consumer of the batch is busy with a result
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

// The timeout runs while the caller waits for the result.
$keap->fault(['path' => CONTACTS, 'hold' => 'before']);
results(infusionsoft_batch([create('c')]));
?>
--EXPECT--
a
"b"
0: TransportException, may have been sent
