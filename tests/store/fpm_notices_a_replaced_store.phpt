--TEST--
The next request of a worker detects that the open store was replaced, removed or restored
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
$file = $keap->storePath() . '/tokens';
$fpm = new Fpm($keap, ['www' => []]);
$show = '$status = infusionsoft_token_status();
    // A refresh makes two or three generations.
    echo $status["state"], " ", min(2, $status["generation"]), $status["attention"] ? ": $status[attention]" : "", "\n";';
echo $fpm->run('www', $show);

copy($file, "$file.backup");
chmod("$file.backup", 0600);
infusionsoft_token_refresh(force: true);
echo $fpm->run('www', $show);
rename("$file.backup", $file);
echo $fpm->run('www', $show);

rename($file, "$file.away");
echo $fpm->run('www', $show);
file_put_contents($file, 'no store');
chmod($file, 0600);
echo without_paths($keap, $fpm->run('www', $show));
rename("$file.away", $file);
echo $fpm->run('www', $show);

// Truncated between two requests: the request reports it and does not crash.
$whole = file_get_contents($file);
$worker = $fpm->run('www', 'echo getmypid();');
ftruncate(fopen($file, 'r+'), 30000);
echo preg_replace('/\d{5,} bytes|have \d+/', '…', without_paths($keap, $fpm->run('www', $show)));
file_put_contents($file, $whole);
echo $fpm->run('www', $show);
var_dump($fpm->run('www', 'echo getmypid();') === $worker);
?>
--EXPECT--
valid 1
valid 2
valid 1
missing 0: There is no grant for account "default": send the owner of the Keap application to infusionsoft_authorize_url(), import a token pair with infusionsoft_token_import(), or set infusionsoft.api_key
missing 0: <store>/tokens was cut short: it has 8 bytes. Restore it, or remove it and authorize again
valid 1
missing 0: <store>/tokens was cut short: it has … and must …. Restore it, or remove it and authorize again
valid 1
bool(true)
