<?php
// Private dirty memory of a worker, above that of the same worker after empty pages; and its growth over many more calls, after the first reconnects.
return static function (Scene $scene, string $client, string $pool, int $calls): array {
    $memory = static function () use ($scene, $pool): float {
        $kilobytes = array_map(static function (int $pid): int {
            preg_match('/^Private_Dirty: +(\d+) kB/m', file_get_contents("/proc/$pid/smaps_rollup"), $found);
            return (int) $found[1];
        }, $scene->workers($pool));
        return array_sum($kilobytes) / count($kilobytes);
    };
    visit($scene, $pool, 'none', ['-n', 400]);
    $empty = $memory();
    visit($scene, $pool, $client, ['-n', 400]);
    $first = $memory();
    // The server ends each connection after 1,000 requests: the memory of a few reconnects belongs to the start.
    visit($scene, $pool, $client, ['-n', intdiv($calls, 10)]);
    $begun = $memory();
    visit($scene, $pool, $client, ['-n', max(1000, intdiv($calls, 2))]);
    return ['above plain PHP, KB/worker' => $first - $empty, "growth over $calls calls, KB/worker" => $memory() - $begun];
};
