--TEST--
What a process counted before it forked counts once, although its child has a copy
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (!function_exists('pcntl_fork')) {
    echo 'skip needs pcntl';
}
?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
echo $keap->php('
    infusionsoft_request("GET", "/rest/v2/contacts");
    if (($child = pcntl_fork()) === 0) {
        infusionsoft_request("GET", "/rest/v2/contacts");
        exit;
    }
    pcntl_waitpid($child, $status);
');
echo infusionsoft_stats()['calls'], " calls\n";
?>
--EXPECT--
2 calls
