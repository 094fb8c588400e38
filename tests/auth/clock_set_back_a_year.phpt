--TEST--
With the clock set back by a year, one process refreshes the token obtained in the future, and again when the clock is corrected
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

$keap->authorize();
foreach (['a year behind' => -YEAR, 'right' => 0] as $what => $offset) {
    set_clock($offset);
    $before = posts($keap);
    echo "$what: ", state();
    $processes = array_map(fn () => $keap->start(CALL), range(1, 8));
    $outputs = array_map(fn ($process) => strtr($process->output(), "\n", ' '), $processes);
    wait_until(fn () => state() === 'valid');
    echo ', ', implode(', ', array_unique($outputs)), call_keap(), ' ', state(), ', refreshes: ', posts($keap) - $before, "\n";
    var_dump(abs(infusionsoft_token_status()['expires_at'] - time() - 86399) < 100);
}
echo json_encode($keap->violations()), "\n";
?>
--EXPECT--
a year behind: refresh_due, ready called called valid, refreshes: 1
bool(true)
right: expired, ready called called valid, refreshes: 1
bool(true)
[]
