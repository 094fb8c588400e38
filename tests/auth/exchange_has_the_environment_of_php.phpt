--TEST--
The exchange with Keap has the environment of PHP, such as a proxy's address, also where it is a program of its own
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (!is_readable('/proc/self/environ')) {
    echo 'skip needs /proc';
}
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';
require_once __DIR__ . '/namespace.inc';

import_expired($keap);
putenv('ONLY_FOR_THIS_TEST=its value');
$keap->fault(['path' => '/token', 'hold' => 'before']);
$process = $keap->start('require "' . __DIR__ . '/grants.inc"; echo call_keap(), "\n";');
$keap->wait('/token', 1, 'held');
foreach (children_of($process->pid()) as $exchange) {
    echo implode("\n", preg_grep('/^ONLY_FOR_THIS_TEST=/', explode("\0", file_get_contents("/proc/$exchange/environ")))), "\n";
}
$keap->release();
echo $process->output();
?>
--EXPECT--
ONLY_FOR_THIS_TEST=its value
called
