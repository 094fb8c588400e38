--TEST--
Processes that waited for a failed refresh do not each try again
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_expired($keap);
$keap->fault(['path' => '/token', 'hold' => 'before', 'action' => 'status', 'status' => 503]);
$first = $keap->start(CALL);
$keap->wait('/token', phase: 'held');
$others = array_map(fn () => $keap->start(CALL), range(1, 4));
array_map(fn ($process) => $process->line(), $others);
$keap->release(['path' => '/token']);

echo $first->output();
// The first back-off is 2 s. On a slow machine a late process may start after it and succeed; then there is one more request.
$outputs = array_map(fn ($process) => $process->output(), $others);
$waited = count(preg_grep('/TransportException: The last refresh failed, and the next is tried in \d s: Keap\'s token endpoint answered 503/', $outputs));
$called = count(preg_grep('/^called$/', $outputs));
echo $waited + $called, "\n";
var_dump(posts($keap) === 1 + ($called > 0 ? 1 : 0));
?>
--EXPECT--
ready
Infusionsoft\ApiException: Keap's token endpoint answered 503
4
bool(true)
