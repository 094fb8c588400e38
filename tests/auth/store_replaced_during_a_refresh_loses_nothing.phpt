--TEST--
A store restored during an exchange from a backup without the account stores the new pair
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

// In the backup another account occupies the slot.
$keap->authorize(account: 'first');
$keap->authorize(account: 'other');
infusionsoft_token_forget('first');
$keap->authorize(account: 'third');
copy("{$keap->storePath()}/tokens", "{$keap->storePath()}/backup");
infusionsoft_token_forget('third');
import_expired($keap);
$keap->fault(['path' => '/token', 'hold' => 'after']);
$worker = $keap->start(CALL);
$keap->wait('/token', phase: 'held');
chmod("{$keap->storePath()}/backup", 0600);
rename("{$keap->storePath()}/backup", "{$keap->storePath()}/tokens");
$keap->release(['path' => '/token']);

echo $worker->output();
echo $keap->php('require "' . __DIR__ . '/grants.inc"; echo state(), " ", call_keap();'), "\n";
echo posts($keap), ' refresh, ', $keap->counts()['grants_killed'], " killed\n";
?>
--EXPECT--
ready
called
valid called
1 refresh, 0 killed
