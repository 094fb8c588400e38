--TEST--
A wrong, short or missing key, or a key that other users can read, is refused with a correction, and the store is not changed
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';

$keap->authorize();
$key = $keap->storePath() . '/key';
$right = file_get_contents($key);
$before = sha1_file($keap->storePath() . '/tokens');
$with = function (string $what, callable $change) use ($keap, $key, $right): void {
    $change($key);
    clearstatcache();
    echo "$what: ", preg_replace('/chown -R \S+: /', 'chown -R <user>: ', without_paths($keap, $keap->php(STATE)));
    @unlink($key);
    file_put_contents($key, $right);
    chmod($key, 0600);
};
$with('wrong', fn () => file_put_contents($key, random_bytes(32)));
$with('short', fn () => file_put_contents($key, substr($right, 0, 31)));
$with('long', fn () => file_put_contents($key, "$right\n"));
$with('empty', fn () => file_put_contents($key, ''));
$with('missing', fn () => unlink($key));
$with('readable by others', fn () => chmod($key, 0644));
$with('symlink', fn () => rename($key, "$key.away") && symlink("$key.away", $key));

// A new grant is not written under a key that is not the key of the store.
file_put_contents($key, random_bytes(32));
echo without_paths($keap, $keap->php('require "' . __DIR__ . '/../auth/grants.inc";
    echo strtok(attempt(fn () => infusionsoft_token_import(["access_token" => "at-1", "refresh_token" => "rt-1"])), ":"), "\n";'));
file_put_contents($key, $right);
var_dump(sha1_file($keap->storePath() . '/tokens') === $before);
echo $keap->php(STATE);
?>
--EXPECT--
wrong: <store>/tokens is sealed under another key than the one configured. If the key was changed while this process ran, restart it (systemctl reload php-fpm, queue:restart). If not, set the right infusionsoft.key or key file, or add that key to infusionsoft.previous_keys; if that key is lost, remove <store>/tokens and authorize again
short: The key <store>/key has 31 bytes and must have 32, or their base64: restore it
long: The key <store>/key has 33 bytes and must have 32, or their base64: restore it
empty: The key <store>/key has 0 bytes and must have 32, or their base64: restore it
missing: The store <store>/tokens exists, but its key file <store>/key is missing: restore the key file, or set infusionsoft.key. If the key is lost, remove <store>/tokens and authorize again
readable by others: <store>/key has mode 0644 and may have 0600 at most. Run: chown -R <user>: <store> && chmod -R u=rwX,go= <store>
symlink: <store>/key is a symlink, which the store refuses: replace it with the file itself
Infusionsoft\StoreException
bool(true)
valid
