--TEST--
While it waits for Keap, the exchange has the refresh token in the record, the form and libcurl's buffer only; the worker has no copy
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/memory.inc';
echo memory_obstacle();
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';
require __DIR__ . '/memory.inc';

/** Returns the pid of the parent's child process. */
function child_of(int $parent): int
{
    foreach (glob('/proc/[0-9]*/stat') as $file) {
        // pid (name) state ppid …
        if (preg_match('~^(\d+) \(.*\) \S (\d+) ~s', (string) @file_get_contents($file), $found) && (int) $found[2] === $parent) {
            return (int) $found[1];
        }
    }
    throw new RuntimeException('There is no exchange');
}

$token = import_expired($keap)['refresh_token'];
$keap->fault(['path' => '/token', 'hold' => 'before']);
$worker = $keap->start(CALL);
$keap->wait('/token', phase: 'held');
$copies = array_count_values(copies_of($token, child_of($worker->pid())));
echo 'record: ', $copies['[stack]'], ', form and libcurl: ', $copies['[heap]'] <= 2 ? '2 at most' : $copies['[heap]'], ', elsewhere: ', count($copies) - 2, "\n";
echo 'worker: ', count(copies_of($token, $worker->pid())), "\n";
$keap->release();
echo $worker->output();
?>
--EXPECT--
record: 1, form and libcurl: 2 at most, elsewhere: 0
worker: 0
ready
called
