--TEST--
A process with one request that runs for days detects that the store was removed and created again
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';

import_expired($keap);
$keap->revoke();
strtok(call_keap(), ':');
echo state(), "\n";
unlink($keap->storePath() . '/tokens');
echo $keap->php('$keap->authorize(); echo infusionsoft_token_status()["state"], "\n";');
wait_until(fn () => state() === 'valid');
echo state(), ' ', call_keap(), "\n";
?>
--EXPECT--
reauthorization_required
valid
valid called
