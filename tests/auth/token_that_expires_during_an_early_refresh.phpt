--TEST--
A call whose token expires while it waits for the early refresh waits on for the new token
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$keap->fault(['path' => '/token', 'hold' => 'before']);
// The call begins less than 500 ms, which it waits for an early refresh, before the token expires.
$import = 'while (fmod(microtime(true), 1) < 0.6) { usleep(10000); }
    infusionsoft_token_import(["expires_at" => time() + 1] + ' . var_export($keap->grant(), true) . ');';
$call = $keap->start('require "' . __DIR__ . '/grants.inc"; ' . $import . ' echo call_keap();');
$keap->wait('/token', phase: 'held');
usleep(1500000); // the token has expired, and the early refresh is no longer waited for
$keap->release(['path' => '/token']);
echo $call->output(), ' ', posts($keap), "\n";
?>
--EXPECT--
called 1
