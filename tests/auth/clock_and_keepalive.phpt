--TEST--
However the clock is set, idle processes refresh a due token exactly once, and continue to refresh later ones
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
foreach (['right' => 0, 'an hour ahead' => HOUR, 'a year ahead' => YEAR, 'right again' => 0, 'a year behind' => -YEAR] as $what => $offset) {
    set_clock($offset);
    $before = posts($keap);
    for ($round = 0; $round < 3; $round++) {
        $keap->php('');
        // Waits for the exchange, if there is one: it holds the lock until it ends.
        wait_for_account_lock($keap);
    }
    echo "$what: ", state(), ', refreshes: ', posts($keap) - $before, "\n";
}
?>
--EXPECT--
right: valid, refreshes: 0
an hour ahead: valid, refreshes: 0
a year ahead: valid, refreshes: 1
right again: valid, refreshes: 1
a year behind: valid, refreshes: 1
