--TEST--
A script that handles SIGCHLD gets it for its own children only, also for those that end during an exchange
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (!function_exists('pcntl_fork')) {
    echo 'skip needs pcntl';
}
if (!is_readable('/proc/self/stat')) {
    echo 'skip needs /proc';
}
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

pcntl_async_signals(true);
$heard = 0;
pcntl_signal(SIGCHLD, function () use (&$heard) {
    $heard++;
});

import_expired($keap);
echo call_keap(), ' ', infusionsoft_token_refresh(force: true)['state'], ' ', posts($keap), "\n";
echo $heard, ' ', pcntl_wait($status, WNOHANG), "\n";

// A child ends during the exchange; the exchange is released once the child is dead.
$keap->fault(['path' => '/token', 'hold' => 'before']);
$child = pcntl_fork();
if ($child === 0) {
    $keap->wait('/token', 3, phase: 'arrived');
    exit(7);
}
$helper = $keap->start('
    require "' . __DIR__ . '/grants.inc";
    wait_until(fn () => str_contains(file_get_contents("/proc/' . $child . '/stat"), ") Z "));
    $keap->wait("/token", phase: "held");
    $keap->release();
    $keap->wait("/never", method: "GET");
');
echo infusionsoft_token_refresh(force: true)['state'], ' ', posts($keap), "\n";
echo $heard, ' ', json_encode(pcntl_wait($status, WNOHANG) === $child), ' ', pcntl_wexitstatus($status), "\n";

// With SIGCHLD ignored the kernel reaps children itself; the refresh still works.
pcntl_signal(SIGCHLD, SIG_IGN);
echo infusionsoft_token_refresh(force: true)['state'], ' ', posts($keap), "\n";
$helper->kill();
?>
--EXPECT--
called valid 2
0 -1
valid 3
1 true 7
valid 4
