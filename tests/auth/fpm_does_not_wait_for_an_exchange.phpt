--TEST--
PHP-FPM waits for no exchange: neither at the end of a request, nor of a worker, nor of the master
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require_once __DIR__ . '/../store/fpm.inc';
echo fpm_obstacle();
if (PHP_OS_FAMILY !== 'Linux') {
    echo 'skip needs Linux';
}
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';
require_once __DIR__ . '/../store/fpm.inc';

import_due($keap);
$keap->fault(['path' => '/token', 'hold' => 'after']);
$fpm = new Fpm($keap, ['www' => ['infusionsoft.keepalive' => '1']], ['www' => ['pm.max_requests' => '1']]);
$worker = $fpm->run('www', 'echo getmypid();');
$keap->wait('/token', phase: 'held');
wait_until(fn () => !file_exists("/proc/$worker"));
echo 'the worker ', file_exists("/proc/$worker") ? 'waits' : 'has ended', "\n";
echo $fpm->run('www', 'echo "a page";'), "\n";
$fpm->signal(3);
echo 'the master has ended with status ', $fpm->ended(), "\n";
echo $keap->release(), " was held all the while\n";
wait_until(fn () => state() === 'valid');
echo state(), ' ', posts($keap), "\n";
?>
--EXPECT--
the worker has ended
a page
the master has ended with status 0
1 was held all the while
valid 1
