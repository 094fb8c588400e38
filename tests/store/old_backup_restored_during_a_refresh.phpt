--TEST--
If the store is replaced by an older copy during a refresh, the new token pair is stored in the new file
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';

import_expired($keap);
$file = $keap->storePath() . '/tokens';
copy($file, "$file.backup");
chmod("$file.backup", 0600);
$keap->fault(['path' => '/token', 'hold' => 'after']);
$refresher = $keap->start(CALL);
$keap->wait('/token', phase: 'held');
rename("$file.backup", $file);
$keap->release();
echo $refresher->output();
wait_until(fn () => state() === 'valid');
echo call_keap(), ' ', infusionsoft_token_refresh(force: true)['state'], ' ', posts($keap), ' ', $keap->counts()['grants_killed'], "\n";
?>
--EXPECT--
ready
called
called valid 2 0
