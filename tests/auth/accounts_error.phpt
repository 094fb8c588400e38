--TEST--
infusionsoft_accounts() throws a StoreException for a damaged record instead of skipping it
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$keap->authorize([], 'one');
$keap->authorize([], 'two');
// Layout: the header's page, 283 shared pages, the index's page, the table's page, then the sealed records; each half of
// a slot is a page.
$file = fopen($keap->storePath() . '/tokens', 'r+');
fseek($file, 286 * 4096 + 2 * 4096 + 4096 + 100); // slot 1, generation 1
fwrite($file, 'damage');
fclose($file);
echo attempt(fn () => array_column(infusionsoft_accounts(), 'account')), "\n";
echo attempt(fn () => infusionsoft_accounts(1)), "\n";
?>
--EXPECTF--
Infusionsoft\StoreException: %s
ArgumentCountError: infusionsoft_accounts() expects exactly 0 arguments, 1 given
