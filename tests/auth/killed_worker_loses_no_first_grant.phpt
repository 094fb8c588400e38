--TEST--
kill -9 of the process that exchanges a code does not lose the grant
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$uri = 'https://shop.example/';
$keap->fault(['path' => '/token', 'hold' => 'after']);
$worker = $keap->start('infusionsoft_authorize(' . var_export($keap->code($uri), true) . ', "' . $uri . '");');
$keap->wait('/token', phase: 'held');
$worker->kill(9);
echo $worker->output();

// A second exchange waits for the first one. Its code is refused, and the grant of the first one stays stored.
$second = $keap->start('require "' . __DIR__ . '/grants.inc"; echo "ready\n"; echo attempt(fn () => infusionsoft_authorize("code-x", "' . $uri . '"));');
echo $second->line(), "\n";
$keap->release();
echo strtok($second->output(), '('), "\n";
echo state(), ' ', call_keap(), "\n";
?>
--EXPECT--
ready
Infusionsoft\AuthorizationException: Keap refused the code 
valid called
