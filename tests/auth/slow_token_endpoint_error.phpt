--TEST--
A reply of the token endpoint that is not complete after 60 s is abandoned, and the old grant stays stored
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
// The test sets the clock instead of waiting 60 s; the reply itself would be complete before that.
$keap->fault(['path' => '/token', 'action' => 'drip', 'ms' => 200]);
$refresher = $keap->start('require "' . __DIR__ . '/grants.inc"; echo attempt(fn () => infusionsoft_token_refresh(true)), "\n";');
$keap->wait('/token', phase: 'acted');
set_clock(0, 61);
echo preg_replace('/after \d+.*/', 'after …', $refresher->output());
echo state(), ' ', call_keap(), ' ', posts($keap), "\n";
// Keap had replaced the token.
echo preg_match('/A refresh begun on .* got no answer/', attempt(fn () => infusionsoft_token_refresh(true))), ' ', state(), "\n";
?>
--EXPECT--
Infusionsoft\TransportException: A request was sent to Keap's token endpoint, which gave no complete answer: Operation timed out after …
valid called 1
1 reauthorization_required
