--TEST--
On a full disk a refresh can be stored, because its space is reserved; a new store or an account beyond the reserved space is refused
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/mounts.inc';
echo mount_obstacle();
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';
require __DIR__ . '/mounts.inc';

$fill = 'cat /dev/zero >"$store/ballast" 2>/dev/null || true';
$import = '$import = fn (string $account) => attempt(fn () => infusionsoft_token_import($keap->grant(), $account)["state"]);';
echo without_paths($keap, run_mounted($keap, "mount -t tmpfs -o size=256k,mode=0700 none \"\$store\" && $fill", $import . '
    echo $import("first"), "\n", count(glob("' . $keap->storePath() . '/tokens*")), " stores", "\n";'));

echo without_paths($keap, run_mounted($keap, 'mount -t tmpfs -o size=2600k,mode=0700 none "$store"', $import . '
    for ($i = 0; $i < 128; $i++) {
        import_due($keap, "account $i");
    }
    exec(\'store="' . $keap->storePath() . '"; ' . $fill . '\');
    for ($i = 0; $i < 128; $i += 16) {
        echo infusionsoft_token_refresh(account: "account $i")["state"], " ", call_keap("account $i"), "\n";
    }
    echo $import("one more"), "\n", state("account 127"), "\n";'));
echo posts($keap), ' refreshes, ', $keap->counts()['grants_killed'], " killed\n";
?>
--EXPECT--
Infusionsoft\StoreException: Cannot create <store>/key: the disk is full
0 stores
valid called
valid called
valid called
valid called
valid called
valid called
valid called
valid called
Infusionsoft\StoreException: Cannot grow <store>/tokens: the disk is full
refresh_due
8 refreshes, 0 killed
