--TEST--
A store with a newer format is refused and not changed
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';

$keap->authorize();
$file = $keap->storePath() . '/tokens';
$bytes = file_get_contents($file);
// The format follows 16 bytes of magic.
file_put_contents($file, substr_replace($bytes, pack('L', 3), 16, 4));
$hash = sha1_file($file);
echo without_paths($keap, $keap->php(STATE));
echo without_paths($keap, $keap->php('require "' . __DIR__ . '/../auth/grants.inc";
    echo attempt(fn () => infusionsoft_token_import(["access_token" => "at-1", "refresh_token" => "rt-1"])), "\n";'));
var_dump(sha1_file($file) === $hash);

file_put_contents($file, 'X' . substr($bytes, 1));
echo without_paths($keap, $keap->php(STATE));
file_put_contents($file, $bytes);
echo $keap->php(STATE);
?>
--EXPECT--
<store>/tokens has format 3, but this version of the extension supports formats up to 2 only: upgrade the extension
Infusionsoft\StoreException: <store>/tokens has format 3, but this version of the extension supports formats up to 2 only: upgrade the extension
bool(true)
<store>/tokens is not a token store, or its beginning is damaged: restore it, or remove it and authorize again
valid
