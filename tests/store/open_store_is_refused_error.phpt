--TEST--
A store that other users may write is refused with the command that corrects its mode
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
$show = function () use ($keap): void {
    echo preg_replace('/chown -R \S+: /', 'chown -R <user>: ', without_paths($keap, $keap->php(STATE)));
};
chmod($file, 0644);
$show();
chmod($file, 0600);
chmod($keap->storePath(), 0777);
$show();
chmod($keap->storePath(), 0700);
rename($file, "$file.away");
symlink("$file.away", $file);
$show();
unlink($file);
rename("$file.away", $file);
$show();
?>
--EXPECT--
<store>/tokens has mode 0644 and may have 0600 at most. Run: chown -R <user>: <store> && chmod -R u=rwX,go= <store>
Everybody on this machine can write into <store>, so no grant is safe there. Run: chown -R <user>: <store> && chmod -R u=rwX,go= <store>
<store>/tokens is a symlink, which the store refuses: replace it with the file itself
valid
