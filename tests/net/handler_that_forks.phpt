--TEST--
A signal's handler that forks while a call hangs: the call goes on in the parent, and throws in the child, which can call Keap
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
extension_loaded('pcntl') or print 'skip needs pcntl';
?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/signals.inc';

const TAGS = '/crm/rest/v2/tags';
$keap->authorize();
$call = fn () => gettype(infusionsoft_request('GET', '/rest/v2/tags'));
$child = null;
pcntl_async_signals(true);
pcntl_signal(SIGTERM, function () use (&$child, $keap) {
    $child = pcntl_fork();
    if ($child) {
        pcntl_waitpid($child, $status);
        echo pcntl_wifexited($status) ? "the child has ended\n" : "the child was killed\n";
        $keap->release();
    }
});
$keap->fault(['path' => TAGS, 'hold' => 'before']);
$sender = signal_when($keap, SIGTERM, TAGS, 'held');
$outcome = outcome($call);
if ($child === 0) {
    echo "child: $outcome, then ", outcome($call), "\n";
    exit;
}
echo "parent: $outcome, then ", outcome($call), "\n";
$sender->output();
echo count($keap->journal(TAGS)), ' requests, ', $keap->counts()['handshakes'], " connections\n";
var_dump($keap->violations());
?>
--EXPECT--
child: Error: The call belongs to the process that began it: a forked child cannot wait for it, then "array"
the child has ended
parent: "array", then "array"
3 requests, 2 connections
array(0) {
}
