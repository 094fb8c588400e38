--TEST--
With the clock set back after a refusal, the next call tries again at once, and no pause becomes longer
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

foreach (['an hour' => HOUR, 'a year' => YEAR] as $what => $ahead) {
    set_clock($ahead);
    $keap->clearFaults();
    import_expired($keap);
    $keap->fault(['path' => '/token', 'action' => 'status', 'status' => 400, 'times' => 2, 'body' => ['error' => 'invalid_grant']]);
    $before = posts($keap);
    attempt(fn () => infusionsoft_token_refresh());
    set_clock(0);
    call_keap();
    wait_until(fn () => posts($keap) === $before + 2);
    call_keap();
    echo "$what: ", posts($keap) - $before, ' ', state(), "\n";
    set_clock(310);
    call_keap();
    wait_until(fn () => state() === 'valid');
    echo posts($keap) - $before, ' ', state(), "\n";
}
?>
--EXPECT--
an hour: 2 reauthorization_required
3 valid
a year: 2 reauthorization_required
3 valid
