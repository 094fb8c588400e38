--TEST--
While one process sends a refused refresh token again, the calls of others wait for the outcome
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/clock.inc';
echo clock_obstacle();
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/clock.inc';
lay_clock();
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_expired($keap);
$keap->fault(['path' => '/token', 'action' => 'status', 'status' => 400, 'body' => ['error' => 'invalid_grant']]);
call_keap();
echo state(), ' ', posts($keap), "\n";

set_clock(62);
$keap->fault(['path' => '/token', 'hold' => 'before']);
$first = $keap->start(CALL);
$keap->wait("/token", phase: "held");
$others = [$keap->start(CALL), $keap->start(CALL)];
foreach ($others as $other) {
    $other->line();
}
usleep(200000); // time enough for a call that does not wait
$keap->release();
foreach ([$first, ...$others] as $process) {
    echo trim(strtr($process->output(), "\n", ' ')), "\n";
}
echo state(), ' ', posts($keap), "\n";
?>
--EXPECT--
reauthorization_required 1
ready called
called
called
valid 2
