--TEST--
After a store was removed on purpose, the next grant creates a new store
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';

$keap->authorize();
foreach (['key', 'tokens'] as $name) {
    unlink($keap->storePath() . "/$name");
}
echo $keap->php(STATE);
echo $keap->php('$keap->authorize();' . STATE);
?>
--EXPECT--
missing
valid
