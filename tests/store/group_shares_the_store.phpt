--TEST--
In a directory that its group may write, the files belong to that group and have mode 0660
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';

umask(077);
chmod($keap->storePath(), 02770);
infusionsoft_token_import($keap->grant());
foreach (modes($keap->storePath()) as $name => $mode) {
    echo "$mode $name\n";
}
echo call_keap(), "\n";
?>
--EXPECT--
0660 key
0660 lock-ranges
0660 lock-table
0660 tokens
called
