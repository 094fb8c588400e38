--TEST--
A store that gets a new key during an exchange stores the new pair, although the exchange began under the old key
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_expired($keap);
$keap->fault(['path' => '/token', 'hold' => 'after']);
$worker = $keap->start(CALL);
$keap->wait('/token', phase: 'held');
// Another pool already has the new key, and writes a record.
$rotated = [
    'infusionsoft.key' => base64_encode(random_bytes(32)),
    'infusionsoft.previous_keys' => "file:{$keap->storePath()}/key",
];
echo $keap->php('infusionsoft_token_import(["api_key" => "abc"], "other");', $rotated);
$keap->release(['path' => '/token']);

echo $worker->output();
echo $keap->php('require "' . __DIR__ . '/grants.inc"; echo state(), " ", call_keap(), "\n";', $rotated);
echo posts($keap), ' refresh, ', $keap->counts()['grants_killed'], " killed\n";
?>
--EXPECT--
ready
called
valid called
1 refresh, 0 killed
