--TEST--
A truncated store is refused, no record is invented, and a restored copy has all records
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
$whole = file_get_contents($file);
foreach ([0, 10, 56, 4096, 30000, strlen($whole) - 1] as $length) {
    file_put_contents($file, substr($whole, 0, $length));
    echo "$length: ", preg_replace('/must have \d+/', 'must have …', without_paths($keap, $keap->php(STATE)));
}
file_put_contents($file, $whole);
echo $keap->php(STATE);
?>
--EXPECT--
0: <store>/tokens was cut short: it has 0 bytes. Restore it, or remove it and authorize again
10: <store>/tokens was cut short: it has 10 bytes. Restore it, or remove it and authorize again
56: <store>/tokens was cut short: it has 56 bytes and must have …. Restore it, or remove it and authorize again
4096: <store>/tokens was cut short: it has 4096 bytes and must have …. Restore it, or remove it and authorize again
30000: <store>/tokens was cut short: it has 30000 bytes and must have …. Restore it, or remove it and authorize again
2224127: <store>/tokens was cut short: it has 2224127 bytes and must have …. Restore it, or remove it and authorize again
valid
