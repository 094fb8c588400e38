--TEST--
Without any call, the keep-alive sends a refused refresh token again when its pause is over, also after the clock was set back
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/clock.inc';
echo clock_obstacle();
?>
--FILE--
<?php
require __DIR__ . '/clock.inc';
lay_clock();
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$keap->authorize();
$keap->fault(['path' => '/token', 'action' => 'status', 'status' => 400, 'times' => 3, 'body' => ['error' => 'invalid_grant']]);
$idle = static function () use ($keap): int {
    for ($round = 0; $round < 3; $round++) {
        $keap->php('');
        // Waits for the exchange, if there is one: it holds the lock until it ends.
        wait_for_account_lock($keap);
    }
    return posts($keap);
};
attempt(fn () => infusionsoft_token_refresh(force: true));
echo 'refused: ', $idle(), ' ', state(), "\n";
// The pause is a minute, and idle scripts leave the refresh to others for 15 minutes.
set_clock(965);
echo 'after a quarter of an hour: ', $idle(), ' ', state(), "\n";
set_clock(YEAR);
echo 'a year ahead: ', $idle(), ' ', state(), "\n";
set_clock(0);
echo 'set right: ', $idle(), ' ', state(), ' ', attention(), "\n";
?>
--EXPECT--
refused: 1 reauthorization_required
after a quarter of an hour: 2 reauthorization_required
a year ahead: 3 reauthorization_required
set right: 4 valid none
