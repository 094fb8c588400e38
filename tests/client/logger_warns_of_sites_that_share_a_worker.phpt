--TEST--
The logger warns once if calls of one PHP-FPM worker have different settings of the store or the credential from the web server
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/../store/fpm.inc';
echo fpm_obstacle();
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/../store/fpm.inc';

mkdir("$keap->folder/two", 0700);
$one = ['infusionsoft.store_path' => $keap->storePath()];
$two = ['infusionsoft.store_path' => "$keap->folder/two"];
$keap->authorize();
$keap->php('$keap->authorize();', $two);
$call = 'require "' . __DIR__ . '/logger.inc";
    infusionsoft_logger(fn (...$entry) => $entry[0] === "warning" and print_entry(...$entry));
    infusionsoft_request("GET", "/rest/v2/contacts");
    echo "called\n";';
$silent = 'infusionsoft_request("GET", "/rest/v2/contacts"); echo "called without a logger\n";';

$scenes = [
    'nothing, or what the pool has' => [[$call, []], [$call, $one], [$call, []]],
    'the same each time, and pages that make no call' => [[$call, $two], ['echo "no call\n";', []], [$call, $two]],
    'a secret, then nothing' => [[$call, ['infusionsoft.api_key' => $keap->apiKey]], [$call, []], [$call, []]],
    'nothing, then a store' => [[$call, []], [$silent, $two], [$call, $two], [$call, []]],
    'a number' => [[$call, []], [$call, ['infusionsoft.retries' => '1']]],
];
foreach ($scenes as $name => $requests) {
    echo "$name:\n";
    $fpm = new Fpm($keap, ['www' => []]);
    foreach ($requests as [$code, $sent]) {
        echo $fpm->run('www', $code, $sent);
    }
    unset($fpm);
}
?>
--EXPECT--
nothing, or what the pool has:
called
called
called
the same each time, and pages that make no call:
called
no call
called
a secret, then nothing:
called
warning: This PHP-FPM worker serves requests whose settings of the store or the credential differ, because the web server sends them with the request (PHP_VALUE, PHP_ADMIN_VALUE). The infusionsoft settings end with the request, but PHP's own stay in the worker: give each site a pool of its own {"account":"default"}
called
called
nothing, then a store:
called
called without a logger
warning: This PHP-FPM worker serves requests whose settings of the store or the credential differ, because the web server sends them with the request (PHP_VALUE, PHP_ADMIN_VALUE). The infusionsoft settings end with the request, but PHP's own stay in the worker: give each site a pool of its own {"account":"default"}
called
called
a number:
called
called
