--TEST--
With the clock set back, a refresh that failed or got no reply in the future does not delay the next one
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

$failures = [
    'turned away' => ['action' => 'status', 'status' => 503],
    'lost' => ['action' => 'hangup', 'at' => 'before'],
];
foreach ($failures as $what => $failure) {
    $keap->authorize();
    set_clock(YEAR);
    $before = posts($keap);
    // After several failures in a row the back-off is longer than this test takes.
    $keap->fault(['path' => '/token', 'times' => 5] + $failure);
    while (posts($keap) < $before + 5) {
        attempt(fn () => infusionsoft_token_refresh(force: true));
    }
    echo "$what: ", strtok(call_keap(), ':'), ', refreshes: ', posts($keap) - $before, "\n";
    set_clock(0);
    $keap->expire();
    echo 'set right: ', call_keap(), ' ', call_keap(), ' ', state(), ', refreshes: ', posts($keap) - $before, "\n";
}
?>
--EXPECT--
turned away: Infusionsoft\TransportException, refreshes: 5
set right: called called valid, refreshes: 6
lost: Infusionsoft\TransportException, refreshes: 5
set right: called called valid, refreshes: 6
