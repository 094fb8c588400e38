--TEST--
With the clock set forward, many processes find the token expired and refresh it once; calls work after the clock is corrected
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

$now = time();
foreach (['an hour' => HOUR, 'a year' => YEAR, '2040' => gmmktime(0, 0, 0, 1, 1, 2040) - $now] as $what => $forward) {
    $keap->authorize();
    set_clock($forward);
    $before = posts($keap);
    $count = fn () => posts($keap) - $before;
    echo "$what: ", state();
    $processes = array_map(fn () => $keap->start(CALL), range(1, 8));
    $outputs = array_map(fn ($process) => strtr($process->output(), "\n", ' '), $processes);
    echo ', ', implode(', ', array_unique($outputs)), call_keap(), ' ', state(), ', refreshes: ', $count(), "\n";
    var_dump(abs(infusionsoft_token_status()['expires_at'] - time() - 86399) < 4000);
    set_clock(0);
    echo 'set right: ', state(), ' ', call_keap(), ' ', call_keap(), ' ', state(), ', refreshes: ', $count(), "\n";
}
echo json_encode($keap->violations()), "\n";
?>
--EXPECT--
an hour: valid, ready called called valid, refreshes: 0
bool(true)
set right: valid called called valid, refreshes: 0
a year: expired, ready called called valid, refreshes: 1
bool(true)
set right: refresh_due called called valid, refreshes: 2
2040: expired, ready called called valid, refreshes: 1
bool(true)
set right: refresh_due called called valid, refreshes: 2
[]
