<?php
// A warm call of one process, once a second: of a host that shares its grant and pace through Redis, and of one that does not, in turn.

const WARM = 'warm call, 1 a second, Keap 20 ms and Redis 0.5 ms away';

/** Makes one call for each line of input, and prints how long it took in nanoseconds. */
const CALLS = 'infusionsoft_request("GET", "/rest/v2/contacts", ["fields" => "id"]);
    echo "ready\n";
    while (fgets(STDIN) !== false) {
        $began = hrtime(true);
        infusionsoft_request("GET", "/rest/v2/contacts", ["fields" => "id"]);
        echo hrtime(true) - $began, "\n";
    }';

/** Adds the calls of both to the results, and the commands that Redis had for each. */
return static function (Bed $bed, Results $results, int $seconds): void {
    [$shares, $alone] = $bed->hosts;
    prepare($bed, [$shares], redisMs: 0.5, keapMs: 20);
    $bed->authorize([$alone]);
    $results->add(WARM, 'with Redis', ['round trip to Redis, ms' => round_trip($bed)]);
    $runs = ['with Redis' => $shares->start(CALLS, stdin: ['pipe', 'r']), 'without' => $alone->start(CALLS, stdin: ['pipe', 'r'])];
    array_map(static fn (Run $run) => $run->line() === 'ready' ?: throw new RuntimeException($run->output), $runs);
    $commands = $bed->redis->counted(static function () use ($runs, $results, $seconds, &$ms): void {
        for ($second = 0; $second < $seconds; $second++) {
            // Each second call begins with the other one, so that none gains from its place in the order.
            foreach ($second % 2 ? $runs : array_reverse($runs) as $name => $run) {
                usleep(500000);
                $run->say("\n");
                $ms[$name][] = (int) $run->line() / 1e6;
                $results->add(WARM, $name, ['ms' => end($ms[$name])]);
            }
        }
    });
    foreach ($ms as $name => $times) {
        sort($times);
        $results->add(WARM, $name, ['p95 of a round, ms' => $times[(int) ceil(0.95 * $seconds) - 1]]);
    }
    $results->add(WARM, 'with Redis', ['commands/call' => $commands['eval'] / $seconds]);
    array_map(static fn (Run $run) => $run->kill(), $runs);
};
