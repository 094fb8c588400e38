--TEST--
On btrfs the store is written in place, so that a refresh can be stored with a full disk
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/mounts.inc';
echo mount_obstacle() ?: btrfs_obstacle();
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';
require __DIR__ . '/mounts.inc';

echo run_mounted($keap, mount_image($keap, 'btrfs', '128M'), '
    import_due($keap, "default");
    echo strpbrk(strtok(exec("lsattr " . $keap->storePath() . "/tokens"), " "), "C") ? "in place" : "copied", "\n";
    exec(\'store="' . $keap->storePath() . '"; ' . FILL_DISK . '\');
    for ($i = 1; $i <= 5; $i++) {
        import_due($keap, "default");
        echo infusionsoft_token_refresh()["state"], " ", call_keap(), "\n";
    }
');
echo posts($keap), ' refreshes, ', $keap->counts()['grants_killed'], " killed\n";
?>
--EXPECT--
in place
valid called
valid called
valid called
valid called
valid called
5 refreshes, 0 killed
