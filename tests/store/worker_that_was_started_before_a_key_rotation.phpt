--TEST--
A worker that was started before the key was rotated says that it must be restarted, and a restarted one goes on
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';

$keap->authorize();
$keap->authorize(account: 'other');
$release = "$keap->folder/rotated";
$worker = $keap->start('
    require "' . __DIR__ . '/../auth/grants.inc";
    echo call_keap(), "\n";
    wait_until(static fn () => file_exists(' . var_export($release, true) . '));
    foreach ([null, "other"] as $account) {
        $said = call_keap($account);
        echo $said, "\n", str_ends_with($said, infusionsoft_token_status($account)["attention"] ?? "-") ? "and in the status\n" : "";
    }');
echo $worker->line(), "\n";
// The new key is configured, the old one is given as a previous key, and each write seals its record under the new key.
$rotated = [
    'infusionsoft.key' => base64_encode(random_bytes(32)),
    'infusionsoft.previous_keys' => "file:{$keap->storePath()}/key",
];
echo $keap->php('echo infusionsoft_token_refresh(true)["state"], "\n";', $rotated);
touch($release);
echo str_replace($keap->storePath(), '<store>', $worker->output());
echo $keap->php('require "' . __DIR__ . '/../auth/grants.inc"; echo call_keap(), " ", call_keap("other"), "\n";', $rotated);
?>
--EXPECT--
called
valid
Infusionsoft\StoreException: <store>/tokens is sealed under another key than the one configured. If the key was changed while this process ran, restart it (systemctl reload php-fpm, queue:restart). If not, set the right infusionsoft.key or key file, or add that key to infusionsoft.previous_keys; if that key is lost, remove <store>/tokens and authorize again
and in the status
Infusionsoft\StoreException: <store>/tokens is sealed under another key than the one configured. If the key was changed while this process ran, restart it (systemctl reload php-fpm, queue:restart). If not, set the right infusionsoft.key or key file, or add that key to infusionsoft.previous_keys; if that key is lost, remove <store>/tokens and authorize again
and in the status
called called
