--TEST--
With ordered: false a batch yields each result when its job finishes; otherwise it waits for the oldest job and starts a limited number of jobs ahead
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$http2 = true;
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/batch.inc';

$keap->authorize();
$calls = array_map(create(...), ['first' => 'a', 'second' => 'b', 'third' => 'c']);
$keap->fault(['path' => '/crm', 'hold' => 'before']);
foreach (infusionsoft_batch($calls, ordered: false, in_flight: 2) as $key => $result) {
    echo "$key: $result\n";
    $key !== 'third' ?: $keap->release();
}

// The reply to the oldest job is held until as many jobs have finished as may be ahead of it.
$keap->fault(['path' => '/crm', 'hold' => 'before']);
$control = $keap->start('$keap->wait("/crm", 6, "ended"); $keap->release();');
$asked = 0;
$many = function () use (&$asked) {
    for (; $asked < 20; $asked++) {
        yield create("m$asked");
    }
};
$batch = infusionsoft_batch($many(), in_flight: 2);
echo $batch->current(), ', asked for: ', $asked, "\n";
$control->output();
echo count(iterator_to_array($batch)), "\n";
var_dump($keap->violations());
?>
--EXPECT--
second: b
third: c
first: a
m0, asked for: 3
20
array(0) {
}
