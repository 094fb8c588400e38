--TEST--
Pages that never call Keap go on if the disk is full, the store has holes, or it was cut short; the next call says what is wrong
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/mounts.inc';
require __DIR__ . '/fpm.inc';
echo mount_obstacle() ?: btrfs_obstacle() ?: fpm_obstacle();
?>
--FILE--
<?php
// The table of the second half of these accounts is a hole in a sparse copy.
$settings = ['infusionsoft.keepalive' => 1, 'infusionsoft.max_accounts' => 128];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';
require __DIR__ . '/mounts.inc';
require __DIR__ . '/fpm.inc';

$keap->authorize();
$store = $keap->storePath();

/** Runs a page that never calls Keap on a full disk with a copy of the store. */
function page(Keap $keap, string $mount): string
{
    exec('cp -a ' . escapeshellarg($keap->storePath()) . ' ' . escapeshellarg("$keap->folder/backup"));
    $put = "cp -a --sparse=always '$keap->folder/backup/.' \"\$store\" && " . FILL_DISK;
    $crashed = KeapProcess::$crashed;
    return run_mounted($keap, "$mount && $put", 'echo "page";') . (KeapProcess::$crashed > $crashed ? ', then killed' : '');
}

echo 'tmpfs: ', page($keap, 'mount -t tmpfs -o size=400k,mode=0700 none "$store"'), "\n";
echo 'btrfs: ', page($keap, mount_image($keap, 'btrfs', '128M')), "\n";
echo 'ext4: ', page($keap, mount_image($keap, 'ext4', '8M')), "\n";

$fpm = new Fpm($keap, ['www' => []]);
$state = '$status = infusionsoft_token_status(); echo getmypid(), " ", $status["state"] === "valid" ? "valid" : $status["attention"];';
$whole = file_get_contents("$store/tokens");
$worker = $fpm->run('www', 'echo getmypid();');
echo strtr($fpm->run('www', $state), [$worker => 'the worker:']), "\n";
$file = fopen("$store/tokens", 'r+');
ftruncate($file, 0);
for ($page = 1; $page <= 3; $page++) {
    echo strtr($fpm->run('www', 'echo getmypid();'), [$worker => 'the worker: page']), "\n";
}
echo strtr(without_paths($keap, $fpm->run('www', $state)), [$worker => 'the worker:']), "\n";
fwrite($file, $whole);
echo strtr($fpm->run('www', $state), [$worker => 'the worker:']), "\n";
?>
--EXPECT--
tmpfs: page
btrfs: page
ext4: page
the worker: valid
the worker: page
the worker: page
the worker: page
the worker: <store>/tokens was cut short: it has 0 bytes. Restore it, or remove it and authorize again
the worker: valid
