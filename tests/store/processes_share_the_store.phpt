--TEST--
A process that has the store open sees at once what another process writes
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';

$other = $keap->start('
    require "' . __DIR__ . '/../auth/grants.inc";
    echo state(), "\n";
    foreach (["valid", "missing", "valid"] as $state) {
        wait_until(fn () => state() === $state);
        echo state(), "\n";
    }
    echo call_keap(), "\n";');
echo $other->line(), "\n";
$keap->authorize();
echo $other->line(), "\n";
infusionsoft_token_forget();
echo $other->line(), "\n";
$keap->authorize();
echo $other->output();
?>
--EXPECT--
missing
valid
missing
valid
called
