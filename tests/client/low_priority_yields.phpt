--TEST--
With infusionsoft.priority "low" a call takes no slot ahead: between two calls of a visitor goes one call of an import at most
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$http2 = true;
require __DIR__ . '/../keap/keap.inc';

const IMPORTS = 4;

$keap->authorize();
$import = '
    $calls = (function () {
        for (;;) {
            yield fn () => infusionsoft_request("GET", "/rest/v2/tags");
        }
    })();
    foreach (infusionsoft_batch($calls, ordered: false) as $i => $result) {
        echo $result instanceof Throwable ? $result->getMessage() . "\n" : "";
        echo $i === 0 ? "begun\n" : "";
    }';
/** Calls 30 times beside imports. Returns how many of their calls mostly went between two of these calls. */
$between = function (string $priority) use ($keap, $import): int {
    $keap->options(['told_minute' => 0]);
    $processes = array_map(fn () => $keap->start($import, ['infusionsoft.priority' => $priority]), range(1, IMPORTS));
    foreach ($processes as $process) {
        $process->line();
    }
    $before = count($keap->journal('/crm'));
    for ($i = 0; $i < 30; $i++) {
        infusionsoft_request('GET', '/rest/v2/contacts');
    }
    $paths = array_column(array_slice($keap->journal('/crm'), $before), 'path');
    array_walk($processes, fn (KeapProcess $process) => $process->kill());
    $marks = implode(array_map(static fn (string $path) => str_contains($path, 'contacts') ? 'v' : 'i', $paths));
    $counts = array_map(strlen(...), array_slice(explode('v', $marks), 1, -1));
    sort($counts);
    return $counts[intdiv(count($counts), 2)];
};
// On a busy machine the imports may not get the processor in time: they are given several tries.
for ($tries = 0; $tries < 5 && ($normal = $between('normal')) < 2; $tries++) {
}
echo $normal >= 2 ? "normal: each import goes between\n" : "normal: none goes between\n";
echo $between('low') <= 1 ? "low: one at most\n" : "low: more\n";

// Alone, it waits for its slot as others do; and it tells when it may not wait as long.
ini_set('infusionsoft.priority', 'low');
for ($i = 0; $i < 5; $i++) {
    infusionsoft_request('GET', '/rest/v2/contacts');
}
ini_set('infusionsoft.max_wait_ms', '0');
try {
    infusionsoft_request('GET', '/rest/v2/contacts');
    echo "not limited\n";
} catch (Infusionsoft\RateLimitException $e) {
    echo preg_replace('/\d+(?= ms, and)/', '#', $e->getMessage()), "\n";
}
?>
--EXPECT--
normal: each import goes between
low: one at most
Keap's rate limit is used up by other calls: the next slot is in # ms, and this call may wait 0 ms more (infusionsoft.max_wait_ms). It was not sent
