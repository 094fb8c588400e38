--TEST--
The first grant creates the store with files of mode 0600 and ignores the umask; a read creates no file
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';

umask(0);
infusionsoft_token_status();
infusionsoft_token_forget();
attempt(fn () => infusionsoft_token_refresh());
echo call_keap() === 'called' ? 'called' : 'no grant', ' ', count(modes($keap->storePath())), " files\n";

infusionsoft_token_import($keap->grant());
foreach (modes($keap->storePath()) as $name => $mode) {
    echo "$mode $name\n";
}
echo filesize($keap->storePath() . '/key'), "\n";
printf("%04o\n", fileperms($keap->storePath()) & 07777);

// All disk blocks of the file are allocated; the file has no holes.
$facts = stat($keap->storePath() . '/tokens');
var_dump($facts['blocks'] * 512 >= $facts['size']);
// The file has room for 128 accounts with 8 KiB each.
var_dump($facts['size'] >= 128 * 8192);
?>
--EXPECT--
no grant 0 files
0600 key
0600 lock-ranges
0600 lock-table
0600 tokens
32
0700
bool(true)
bool(true)
