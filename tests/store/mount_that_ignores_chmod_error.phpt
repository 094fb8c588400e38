--TEST--
On a mount that ignores chmod nothing is left that others could read, and the message names the mount
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/mounts.inc';
echo mount_obstacle() ?: (exec('command -v bindfs && test -e /dev/fuse') ? '' : 'skip needs bindfs and /dev/fuse');
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/files.inc';
require __DIR__ . '/mounts.inc';

// The mount ends with its namespace only if it is unmounted: it has a process of its own.
$code = '
    try {
        infusionsoft_token_import(["access_token" => "at-1", "refresh_token" => "rt-1"]);
        echo "stored\n";
    } catch (Infusionsoft\StoreException $error) {
        echo $error->getMessage(), "\n";
    }
    echo count(glob(ini_get("infusionsoft.store_path") . "/*")), " files\n";
    exec("umount -l " . escapeshellarg(ini_get("infusionsoft.store_path")));';
foreach (['u=rwD,go=rD', 'a=rwD', 'u=rwD,go='] as $perms) {
    mkdir("$keap->folder/below");
    $mount = "bindfs --chmod-ignore --perms=$perms " . escapeshellarg("$keap->folder/below") . ' "$store"';
    echo preg_replace('/chown -R \S+: /', 'chown -R <user>: ', without_paths($keap, run_mounted($keap, $mount, $code)));
    array_map('unlink', glob("$keap->folder/below/*"));
    rmdir("$keap->folder/below");
}
?>
--EXPECT--
Cannot create <store>/lock-table: the mount ignores chmod, so others could use the file. Where it is mounted, set uid, gid and a mode without access for others, or set infusionsoft.store_path to a local disk
0 files
Everybody on this machine can write into <store>, so no grant is safe there. Its mount (FUSE) may ignore chmod and chown: then set uid, gid and a mode without access for others where it is mounted, or set infusionsoft.store_path to a local disk. Run: chown -R <user>: <store> && chmod -R u=rwX,go= <store>
0 files
stored
4 files
