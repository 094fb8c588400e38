--TEST--
A script that makes no call refreshes a due token at its end, once for all processes
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_due($keap);
$keap->fault(['path' => '/token', 'hold' => 'before']);
$processes = array_map(fn () => $keap->start('echo "idle\n";'), range(1, 8));
// The output of each is out before the exchange has ended.
foreach ($processes as $process) {
    echo $process->line(), ' ';
}
$keap->wait('/token', phase: 'held');
echo "\n", $keap->release(), "\n";
foreach ($processes as $process) {
    echo $process->output();
}
echo posts($keap), "\n";
echo infusionsoft_token_refresh()['state'], ' ', posts($keap), "\n";

// A token that is not due is not refreshed.
echo $keap->php('echo "idle";'), ' ', posts($keap), "\n";
?>
--EXPECT--
idle idle idle idle idle idle idle idle 
1
1
valid 1
idle 1
