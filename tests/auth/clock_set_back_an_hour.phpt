--TEST--
With the clock set back by an hour, a token that has expired at Keap is refreshed once, after its 401
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
infusionsoft_token_refresh(force: true);
set_clock(-HOUR);
echo state(), ' ', call_keap(), ' ', call_keap(), ', refreshes: ', posts($keap), "\n";
$keap->expire();
echo state(), ' ', call_keap(), ' ', call_keap(), ', refreshes: ', posts($keap), "\n";
var_dump(abs(infusionsoft_token_status()['expires_at'] - time() - 86399) < 100);
set_clock(0);
echo state(), ' ', call_keap(), ' ', call_keap(), ', refreshes: ', posts($keap), "\n";
?>
--EXPECT--
valid called called, refreshes: 1
valid called called, refreshes: 2
bool(true)
valid called called, refreshes: 2
