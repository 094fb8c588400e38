--TEST--
After pcntl_fork() both parent and child can call, and only one of them refreshes
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (!function_exists('pcntl_fork')) {
    echo 'skip needs pcntl';
}
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_expired($keap);
$keap->authorize(account: 'used');
echo call_keap('used'), "\n"; // the connection and the store are in use when the process forks

$keap->fault(['path' => '/token', 'hold' => 'before']);
$child = pcntl_fork();
if ($child === 0) {
    $failed = call_keap() !== 'called' || call_keap('used') !== 'called';
    exit($failed ? 1 : 0);
}
$keap->wait('/token', phase: 'held');
echo call_keap('used'), "\n";
$keap->release();
echo call_keap(), "\n";
pcntl_waitpid($child, $status);
echo pcntl_wexitstatus($status), ' ', posts($keap), ' ', json_encode($keap->violations()), "\n";

// A grandchild refreshes, and the parent calls after its children have ended.
$child = pcntl_fork();
if ($child === 0) {
    $grandchild = pcntl_fork();
    if ($grandchild === 0) {
        exit(infusionsoft_token_refresh(true)['state'] === 'valid' ? 0 : 1);
    }
    pcntl_waitpid($grandchild, $status);
    exit(pcntl_wexitstatus($status));
}
pcntl_waitpid($child, $status);
echo pcntl_wexitstatus($status), ' ', call_keap(), ' ', posts($keap), "\n";
?>
--EXPECT--
called
called
called
0 1 []
0 called 2
