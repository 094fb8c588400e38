--TEST--
A store truncated at any page while a worker has it mapped gives an error in the next request, and works again after it is restored
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/fpm.inc';
echo fpm_obstacle();
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';
require __DIR__ . '/fpm.inc';

$keap->authorize();
$path = $keap->storePath() . '/tokens';
$whole = file_get_contents($path);
$file = fopen($path, 'r+');
$fpm = new Fpm($keap, ['www' => []]);
$show = '$status = infusionsoft_token_status();
    echo getmypid(), " ", $status["state"] === "valid" ? "valid" : $status["attention"];';
$worker = $fpm->run('www', 'echo getmypid();');
$seen = [];
for ($length = strlen($whole) - 4096; $length >= 0; $length -= 4096) {
    ftruncate($file, $length);
    $seen[] = preg_replace('/\d+ bytes( and must have \d+)?/', '…', without_paths($keap, $fpm->run('www', $show)));
    rewind($file);
    fwrite($file, $whole);
    $seen[] = $fpm->run('www', $show);
}
var_dump(count($seen) === strlen($whole) / 4096 * 2);
echo strtr(implode("\n", array_unique($seen)), ["$worker " => 'the worker: ']), "\n";
?>
--EXPECT--
bool(true)
the worker: <store>/tokens was cut short: it has …. Restore it, or remove it and authorize again
the worker: valid
