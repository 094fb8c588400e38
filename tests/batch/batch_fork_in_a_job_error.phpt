--TEST--
A child that is forked by a job, by $progress or by the input leaves the batch with an Error, and the parent goes on
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (!function_exists('pcntl_fork')) {
    echo 'skip needs pcntl';
} elseif (getenv('TEST_UNDER_VALGRIND')) {
    echo "skip a child leaves libcurl's handles that are under way to its parent, and valgrind would call it a leak";
}
?>
--FILE--
<?php
$http2 = true;
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/batch.inc';

$keap->authorize();
learn_limits();
$parent = getmypid();
foreach (['job', 'progress', 'input'] as $place) {
    $keap->fault(['path' => CONTACTS . '/7', 'hold' => 'before', 'times' => 0]);
    $child = 0;
    $fork = function (string $here) use ($place, $keap, &$child): void {
        if ($here === $place && !$child) {
            $here === 'input' || $keap->wait(CONTACTS . '/7', 1, 'held'); // the input is read before anything is sent
            $child = pcntl_fork();
        }
    };
    // Lets the parent go on only when the child is gone: a child that hangs fails the test.
    $leave = function () use ($keap, &$child): void {
        for ($end = hrtime(true) + 60_000_000_000; ($gone = pcntl_waitpid($child, $status, WNOHANG)) === 0 && hrtime(true) < $end;) {
            usleep(2000);
        }
        echo $gone ? "the child has left\n" : "the child hangs\n";
        $gone || posix_kill($child, SIGKILL);
        $keap->clearFaults();
        $keap->release();
    };
    $batch = infusionsoft_batch((function () use ($fork, $leave, &$child, $place, $parent) {
        yield 'under way' => fn () => outcome(fn () => infusionsoft_contact_get(7));
        yield 'reads' => fn () => infusionsoft_request('GET', '/rest/v2/tags')['tags'];
        yield 'forks' => function () use ($fork) {
            infusionsoft_request('GET', '/rest/v2/tags');
            $fork('job');
            return 'forked';
        };
        $fork('input');
        yield 'leaves' => function () use ($leave, &$child, $place, $parent) {
            while (!$child && getmypid() === $parent) {
                infusionsoft_request('GET', '/rest/v2/tags');
            }
            getmypid() === $parent && $leave();
            return 'left';
        };
    })(), fn () => $fork('progress'), true, 4);
    try {
        echo json_encode(iterator_to_array($batch)), "\n";
    } catch (Error $error) {
        echo getmypid() === $parent ? 'parent' : 'child', ": {$error->getMessage()}\n";
    }
    if (getmypid() !== $parent) {
        echo 'child: ', json_encode(infusionsoft_request('GET', '/rest/v2/tags')['tags']), "\n";
        exit;
    }
}
var_dump($keap->violations());
?>
--EXPECT--
child: The batch belongs to the process that created it: a forked child cannot go on with it
child: []
the child has left
{"under way":"ApiException 404 NOT_FOUND","reads":[],"forks":"forked","leaves":"left"}
child: The batch belongs to the process that created it: a forked child cannot go on with it
child: []
the child has left
{"under way":"ApiException 404 NOT_FOUND","reads":[],"forks":"forked","leaves":"left"}
child: The batch belongs to the process that created it: a forked child cannot go on with it
child: []
the child has left
{"under way":"ApiException 404 NOT_FOUND","reads":[],"forks":"forked","leaves":"left"}
array(0) {
}
