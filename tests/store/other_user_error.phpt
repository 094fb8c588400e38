--TEST--
A user without access to the store gets a message with the user, the owner and the correction
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (!is_dir('/proc/self') || @fileowner('/proc/self') !== 0) {
    echo 'skip needs root, to change the user';
} elseif (!is_executable('/usr/bin/setpriv')) {
    echo 'skip needs setpriv';
}
?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';

$keap->authorize();
chmod($keap->folder, 0711);
$code = '
    echo infusionsoft_token_status()["attention"], "\n";
    try {
        infusionsoft_token_forget();
    } catch (Infusionsoft\StoreException $error) {
        echo $error->getMessage(), "\n";
    }';
$as = function (array $settings = []) use ($keap, $code): void {
    $php = keap_php_command(['infusionsoft.store_path' => $keap->storePath()] + $settings, ['-r', $code]);
    $command = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--', ...$php];
    echo without_paths($keap, (new KeapProcess($command))->output());
};
$as();
chmod($keap->storePath(), 0755);
$as();

// The user owns the directory, but not the files.
chown($keap->storePath(), 65534);
$as();
echo state(), "\n";
?>
--EXPECT--
This process runs as nobody and may not open <store>/tokens: <store> belongs to root:root with mode 0700. Run as root, or make the directory writable for a group of both users (chmod 2770)
This process runs as nobody and may not open <store>/tokens: <store> belongs to root:root with mode 0700. Run as root, or make the directory writable for a group of both users (chmod 2770)
This process runs as nobody and may not read the key <store>/key: <store>/key belongs to root:root with mode 0600. Run as root, or make the directory writable for a group of both users (chmod 2770)
This process runs as nobody and may not read the key <store>/key: <store>/key belongs to root:root with mode 0600. Run as root, or make the directory writable for a group of both users (chmod 2770)
This process runs as nobody and may not read the key <store>/key: <store>/key belongs to root:root with mode 0600. Run as root, or make the directory writable for a group of both users (chmod 2770)
This process runs as nobody and may not read the key <store>/key: <store>/key belongs to root:root with mode 0600. Run as root, or make the directory writable for a group of both users (chmod 2770)
valid
