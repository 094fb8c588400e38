<?php
// Memory that is a worker's alone, over that of a worker which has served empty pages; and what many more calls add to it.
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
    visit($scene, $pool, $client, ['-n', max(1000, intdiv($calls, 2))]);
    return ['over PHP\'s own, KB/worker' => $first - $empty, "growth over $calls calls, KB/worker" => $memory() - $first];
};
