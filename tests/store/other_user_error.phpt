--TEST--
A user without access to the store gets a message with the user, the owner and a command; after the command the store works, and no message says to run as root
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
    echo infusionsoft_token_status()["attention"] ?? "none", "\n";
    try {
        infusionsoft_token_import(["access_token" => "at-1", "refresh_token" => "rt-1"], "another");
        echo "stored\n";
    } catch (Infusionsoft\StoreException $error) {
        echo $error->getMessage(), "\n";
    }';
$as = function (string $code) use ($keap): string {
    $settings = json_decode(file_get_contents("$keap->folder/settings.json"), true);
    $command = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--', ...keap_php_command($settings, ['-r', $code])];
    return (new KeapProcess($command))->output();
};
$show = fn () => print without_paths($keap, $as($code));
$show();
chmod($keap->storePath(), 0755);
$show();

// The user owns the directory, but not the files.
chown($keap->storePath(), 65534);
$show();
echo state(), "\n";

// What the last message says is done as it stands.
passthru('umask 077; ' . trim(explode('un: ', $as('echo infusionsoft_token_status()["attention"];'), 2)[1]));
echo json_encode(modes($keap->storePath())), "\n";
$show();
echo state(), "\n";
?>
--EXPECT--
This process runs as nobody and may not open <store>/tokens: <store> belongs to root:root with mode 0700. If <store> holds nothing but the store, run: chown -R nobody: <store> && chmod -R u=rwX,go= <store>
This process runs as nobody and may not read the key <store>/key: <store> belongs to root:root with mode 0700. If <store> holds nothing but the store, run: chown -R nobody: <store> && chmod -R u=rwX,go= <store>
This process runs as nobody and may not read the key <store>/key: it belongs to root:root with mode 0600. Run: chown -R nobody: <store> && chmod -R u=rwX,go= <store>
This process runs as nobody and may not read the key <store>/key: it belongs to root:root with mode 0600. Run: chown -R nobody: <store> && chmod -R u=rwX,go= <store>
This process runs as nobody and may not read the key <store>/key: it belongs to root:root with mode 0600. Run: chown -R nobody: <store> && chmod -R u=rwX,go= <store>
This process runs as nobody and may not read the key <store>/key: it belongs to root:root with mode 0600. Run: chown -R nobody: <store> && chmod -R u=rwX,go= <store>
valid
{"key":"0600","lock-ranges":"0600","lock-table":"0600","tokens":"0600"}
none
stored
valid
