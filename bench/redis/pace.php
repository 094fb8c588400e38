<?php
// Processes that call without a pause, at Keap's 25 calls a second: all on one host, and divided among three that share Redis.

/** Prints when each call had its answer, in nanoseconds. */
const UNTIL = 'for ($end = hrtime(true) + %d * 1000000000; hrtime(true) < $end;) {
        infusionsoft_request("GET", "/rest/v2/contacts", ["fields" => "id"]);
        echo hrtime(true), "\n";
    }';

/** After the first calls, which open the connections. */
const BEGIN_S = 3;

/** Adds how many calls were answered each second, and how many requests Keap refused (429) in all. */
return static function (Bed $bed, Results $results, int $seconds): void {
    foreach (['one host, 12 processes, without Redis' => [12], '3 hosts, 4 processes each' => [4, 4, 4], '3 hosts, 10, 1 and 1 processes' => [10, 1, 1]] as $name => $numbers) {
        $alone = count($numbers) === 1;
        prepare($bed, $alone ? [] : $bed->hosts, redisMs: 0.5, keapMs: 20, settings: ['infusionsoft.max_wait_ms' => 60000, 'infusionsoft.retries' => 20]);
        !$alone ?: $bed->authorize([$bed->hosts[0]]);
        $processes = [];
        foreach ($numbers as $nth => $number) {
            array_push($processes, ...array_fill(0, $number, $bed->hosts[$nth]));
        }
        $runs = $bed->together($processes, 1, sprintf(UNTIL, $seconds + BEGIN_S + 1));
        $times = array_map(static fn (Run $run): array => array_map(intval(...), explode("\n", trim($run->output))), $runs);
        $from = min(array_column($times, 0)) + BEGIN_S * 1e9;
        $all = array_merge(...$times);
        $answered = count(array_filter($all, static fn (int $time): bool => $time >= $from && $time < $from + $seconds * 1e9));
        $requests = $bed->keap->count('GET /crm/rest/v2/contacts') - ($alone ? 0 : count($bed->hosts));
        $results->add('pace, 25 calls/s', $name, ['calls/s' => $answered / $seconds, 'refused (429)' => $requests - count($all)]);
    }
};
