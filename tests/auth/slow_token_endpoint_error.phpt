--TEST--
An answer of the token endpoint that comes byte by byte is given up after 60 s, and the old grant stays
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
// The time is not waited for, but set: the reply itself would end well before.
$keap->fault(['path' => '/token', 'action' => 'drip', 'ms' => 200]);
$refresher = $keap->start('require "' . __DIR__ . '/grants.inc"; echo attempt(fn () => infusionsoft_token_refresh(true)), "\n";');
$keap->wait('/token', phase: 'acted');
set_clock(0, 61);
echo preg_replace('/after \d+.*/', 'after …', $refresher->output());
echo state(), ' ', call_keap(), ' ', posts($keap), "\n";
// Keap had acted.
echo preg_match('/A refresh begun on .* got no answer/', attempt(fn () => infusionsoft_token_refresh(true))), ' ', state(), "\n";
?>
--EXPECT--
Infusionsoft\TransportException: Keap's token endpoint was asked and gave no whole answer: Operation timed out after …
valid called 1
1 reauthorization_required
