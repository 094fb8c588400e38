--TEST--
The store grows with the number of accounts, also for processes that have it open
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';

$keap->authorize();
$other = $keap->start('
    require "' . __DIR__ . '/../auth/grants.inc";
    echo state(), "\n";
    wait_until(fn () => state("last") === "valid");
    echo state("number 1"), state("number 150"), state("last"), "\n";');
echo $other->line(), "\n";
$size = filesize($keap->storePath() . '/tokens');
foreach (range(1, 150) as $number) {
    infusionsoft_token_import($keap->grant(), "number $number");
}
$keap->authorize(account: 'last');
clearstatcache();
var_dump(filesize($keap->storePath() . '/tokens') > $size);
echo $other->output(), state('number 75'), "\n";
?>
--EXPECT--
valid
bool(true)
validvalidvalid
valid
