<?php
// A process makes single calls beside batches, against a stand-in that enforces the rate limit (spike arrest) as Keap does. See bench/fair.

$http2 = true;
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../tests/keap/keap.inc';

const CALLS = 40;
const RATE = 25;

/** Starts processes that each run a batch without end. */
$start = function (int $processes, int $in_flight, string $priority) use ($keap): array {
    $code = strtr('
        $calls = (function () {
            for (;;) {
                yield fn () => infusionsoft_request("GET", "/rest/v2/tags");
            }
        })();
        foreach (infusionsoft_batch($calls, ordered: false, in_flight: IN_FLIGHT) as $i => $result) {
            echo $i === 0 ? "begun\n" : "";
        }', ['IN_FLIGHT' => $in_flight]);
    $started = array_map(fn () => $keap->start($code, ['infusionsoft.priority' => $priority]), range(1, $processes));
    array_walk($started, fn (KeapProcess $process) => $process->line());
    return $started;
};

/** Makes calls. Returns how many were refused for the limit, and the times of all in milliseconds. */
$call = function (int $calls): array {
    $refused = 0;
    $times = [];
    for ($i = 0; $i < $calls; $i++) {
        $began = hrtime(true);
        try {
            infusionsoft_request('GET', '/rest/v2/contacts');
        } catch (Infusionsoft\RateLimitException) {
            $refused++;
        }
        $times[] = (hrtime(true) - $began) / 1e6;
        usleep(20000);
    }
    sort($times);
    return [$refused, $times];
};

echo "| batches | in flight | priority | refused | longest call, ms | median, ms | share of the limit, % | 429 | after a kill: refused | longest, ms |\n";
echo "| ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n";
$sizes = array_map(intval(...), array_slice($argv, 1)) ?: [32, 128, 256];
foreach (['normal', 'low'] as $priority) {
    foreach ([1, 2, 4] as $processes) {
        foreach ($priority === 'low' ? [128] : $sizes as $in_flight) {
            $keap->reset();
            $keap->options(['told_minute' => 0, 'spike_per_second' => RATE, 'spike_sliding' => true]);
            $keap->authorize();
            infusionsoft_request('GET', '/rest/v2/contacts');
            $running = $start($processes, $in_flight, $priority);
            $before = count($keap->journal('/crm'));
            $began = hrtime(true);
            [$refused, $times] = $call(CALLS);
            $took = (hrtime(true) - $began) / 1e9;
            $requests = array_slice($keap->journal('/crm'), $before);
            array_walk($running, fn (KeapProcess $process) => $process->kill());
            [$refused_after, $times_after] = $call(5);
            printf("| %d | %d | %s | %d of %d | %.0f | %.0f | %.1f | %d | %d of 5 | %.0f |\n", $processes, $in_flight, $priority, $refused, CALLS, max($times),
                $times[intdiv(CALLS, 2)], 100 * count($requests) / $took / RATE, count(array_filter($requests, fn (array $request) => ($request['status'] ?? 0) === 429)),
                $refused_after, max($times_after));
        }
    }
}
