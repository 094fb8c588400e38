--TEST--
infusionsoft.key is the master key as base64, with or without padding, and no key file is created
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';

$key = base64_encode(random_bytes(32));
$import = 'infusionsoft_token_import(["access_token" => "at-1", "refresh_token" => "rt-1", "expires_in" => 3600]); echo "imported\n";';
echo $keap->php($import, ['infusionsoft.key' => $key]);
echo implode(' ', array_keys(modes($keap->storePath()))), "\n";
echo $keap->php(STATE, ['infusionsoft.key' => rtrim($key, '=')]);

// The setting takes precedence over a key file, which is wrong here.
file_put_contents($keap->storePath() . '/key', random_bytes(32));
chmod($keap->storePath() . '/key', 0600);
echo $keap->php(STATE, ['infusionsoft.key' => $key]);
echo substr(without_paths($keap, $keap->php(STATE)), 0, 41), "\n";

// The same key can come from a file in another directory.
file_put_contents("$keap->folder/elsewhere", base64_decode($key));
chmod("$keap->folder/elsewhere", 0600);
echo $keap->php(STATE, ['infusionsoft.key_file' => "$keap->folder/elsewhere"]);
?>
--EXPECT--
imported
lock-ranges lock-table tokens
valid
valid
<store>/tokens is sealed under another ke
valid
