--TEST--
A signal is handled while a call waits for a refresh, its own or another process's; the refresh goes on, and nothing is lost
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
extension_loaded('pcntl') or print 'skip needs pcntl';
?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/../net/signals.inc';
require __DIR__ . '/grants.inc';

import_expired($keap);
throw_on(SIGTERM, SIGALRM);
$keap->fault(['path' => '/token', 'hold' => 'after']);
// This process waits for its own exchange.
$sender = signal_when($keap, SIGTERM, '/token', 'held');
echo outcome(fn () => infusionsoft_contact_get(1001)), "\n";
$sender->output();
// Now the exchange has the lock, and this process waits for that.
pcntl_alarm(1);
echo outcome(fn () => infusionsoft_contact_get(1001)), "\n";
$keap->release();
echo call_keap(), ', ', posts($keap), ' refresh, ', state(), "\n";
?>
--EXPECT--
LogicException: signal 15
LogicException: signal 14
called, 1 refresh, valid
