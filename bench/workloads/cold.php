<?php
// The whole life of a PHP process that makes one pair of calls, as a command or a cron job does: CPU and wall time of each.
return static function (Scene $scene, string $client, string $link, string $script = 'cold'): array {
    $cpu = static function (): float {
        $usage = getrusage(1); // of the processes that have ended
        return $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'] + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e6;
    };
    $processes = 20;
    $began = hrtime(true);
    $before = $cpu();
    for ($i = 0; $i < $processes; $i++) {
        $scene->php($link, [__DIR__ . "/../$script.php", $client]);
    }
    return ['CPU/process, ms' => 1e3 * ($cpu() - $before) / $processes, 'wall/process, ms' => (hrtime(true) - $began) / 1e6 / $processes];
};
