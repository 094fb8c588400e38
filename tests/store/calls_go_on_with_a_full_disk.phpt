--TEST--
Calls go on if the disk is full: clocks, limits and counters are not written through a mapping, and the grant stays
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

$keap->authorize();
$call = 'echo call_keap(), " ", call_keap(), " ", infusionsoft_token_status()["state"], ", ", infusionsoft_stats()["calls"], " calls";';

/** Makes calls in a store that was copied to this disk, which was filled afterwards. */
function calls(Keap $keap, string $mount, string $call, string $prepare = 'true', string $sparse = 'never'): string
{
    exec('cp -a ' . escapeshellarg($keap->storePath()) . ' ' . escapeshellarg("$keap->folder/backup"));
    $put = "cp -a --sparse=$sparse '$keap->folder/backup/.' \"\$store\" && $prepare && " . FILL_DISK;
    $crashed = KeapProcess::$crashed;
    return without_paths($keap, run_mounted($keap, "$mount && $put", $call)) . (KeapProcess::$crashed > $crashed ? ', then killed' : '');
}

$btrfs = mount_image($keap, 'btrfs', '128M');
echo 'tmpfs: ', calls($keap, 'mount -t tmpfs -o size=3m,mode=0700 none "$store"', $call), "\n";
echo 'tmpfs, holes: ', calls($keap, 'mount -t tmpfs -o size=400k,mode=0700 none "$store"', 'echo call_keap();', sparse: 'always'), "\n";
echo 'ext4: ', calls($keap, mount_image($keap, 'ext4', '8M'), $call), "\n";
echo 'btrfs: ', calls($keap, $btrfs, $call), "\n";
echo 'btrfs, snapshot: ', calls($keap, $btrfs, $call, 'btrfs subvolume snapshot "$store" "$store/before" >/dev/null'), "\n";
echo $keap->counts()['grants_killed'], " grants killed\n";
?>
--EXPECT--
tmpfs: called called valid, 2 calls
tmpfs, holes: Infusionsoft\StoreException: The disk is full, and <store>/tokens is a sparse copy, which needs 2156 KiB more: make room on that disk
ext4: called called valid, 2 calls
btrfs: called called valid, 2 calls
btrfs, snapshot: called called valid, 2 calls
0 grants killed
