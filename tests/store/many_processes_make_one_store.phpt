--TEST--
Processes that use a new store at the same time create one store with one key and lose no grant
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (getenv('TEST_UNDER_VALGRIND') !== false) {
    echo 'skip so many processes at once are too much under valgrind';
}
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';

$code = '$account = "account " . getmypid(); $keap->authorize(account: $account); echo $account, "\n";';
$processes = array_map(fn () => $keap->start($code), range(1, 12));
$accounts = array_map(fn ($process) => trim($process->output()), $processes);
echo count(array_filter($accounts, fn ($account) => state($account) === 'valid')), "\n";
echo implode(' ', preg_grep('/^lock-\d/', array_keys(modes($keap->storePath())), PREG_GREP_INVERT)), "\n";
?>
--EXPECT--
12
key lock-ranges lock-table tokens
