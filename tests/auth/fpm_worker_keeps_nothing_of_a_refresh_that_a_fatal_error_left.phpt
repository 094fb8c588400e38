--TEST--
A fatal error during a batch that waits for a refresh leaves the worker no descriptor, no zombie and no blocked signal, and the exchange goes on
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

import_expired($keap);
$fpm = new Fpm($keap, ['www' => []]);
$look = '
    preg_match("/^SigBlk:\s*(\w+)/m", file_get_contents("/proc/self/status"), $blocked);
    $pipes = preg_grep("/^pipe:/", array_map(fn ($name) => (string) @readlink("/proc/self/fd/$name"), scandir("/proc/self/fd")));
    echo json_encode([count($pipes), $blocked[1]]);';
$first = $fpm->run('www', "infusionsoft_token_status(); $look");
$keap->fault(['path' => '/token', 'hold' => 'before']);
$fatal = '
    $jobs = [
        fn () => infusionsoft_request("GET", "/rest/v2/contacts"),
        function () {
            while (!file_exists("' . $keap->folder . '/held")) {
                usleep(1000);
                clearstatcache();
            }
            ini_set("display_errors", 0);
            eval("class Fiber {}");
        },
    ];
    iterator_to_array(infusionsoft_batch($jobs));';
$request = $fpm->begin('www', $fatal);
$keap->wait('/token', phase: 'held');
touch("$keap->folder/held");
Fpm::finish($request);
echo $fpm->run('www', $look) === $first ? "as before\n" : 'not as before: ' . $fpm->run('www', $look) . ", not $first\n";
echo $keap->release(), " was held all the while\n";
wait_until(fn () => state() === 'valid');
echo state(), ' ', posts($keap), "\n";

// The ended exchange is reaped by the next call.
echo $fpm->run('www', '
    infusionsoft_request("GET", "/rest/v2/contacts");
    $children = array_filter(explode(" ", trim(file_get_contents("/proc/self/task/" . getmypid() . "/children"))));
    echo count($children), " children";'), "\n";
?>
--EXPECT--
as before
1 was held all the while
valid 1
0 children
