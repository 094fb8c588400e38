--TEST--
A script waits at its end for 70 s at most, also for an exchange that does not end
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/clock.inc';
echo clock_obstacle();
if (!function_exists('pcntl_signal')) {
    echo 'skip needs pcntl';
}
?>
--FILE--
<?php
require __DIR__ . '/clock.inc';
lay_clock();
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';
require __DIR__ . '/namespace.inc';

import_due($keap);
$keap->fault(['path' => '/token', 'hold' => 'after']);
$process = $keap->start(CALL . ' exit(7);');
echo $process->line(), ' ', $process->line(), "\n";
$keap->wait('/token', phase: 'held');
wait_until(fn () => !$process->running() || waits_at_its_end($process->pid()));
[$exchange] = children_of($process->pid());
// A stopped exchange does not see that its own time is over.
exec("kill -STOP $exchange");
set_clock(0, 71);
echo json_encode($process->output()), " $process->status\n";
set_clock(0, 0);
exec("kill -CONT $exchange");
echo $keap->release(), " was held all the while\n";
wait_until(fn () => state() === 'valid');
echo state(), ' ', posts($keap), "\n";
?>
--EXPECT--
ready called
"" 7
1 was held all the while
valid 1
