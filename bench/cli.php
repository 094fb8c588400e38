<?php
// cli.php CLIENT SECONDS: a warm loop. Prints JSON: the number of calls, and CPU time and wall time per call in seconds.
require __DIR__ . '/keap.php';

function cpu(): float
{
    $usage = getrusage();
    return $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'] + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e6;
}

[, $name, $seconds] = $argv;
$pair = client($name);
for ($i = 0; $i < 20; $i++) {
    $pair();
}
$began = hrtime(true);
$cpu = cpu();
for ($calls = 0; ($wall = (hrtime(true) - $began) / 1e9) < (float) $seconds; $calls += 2) {
    $pair();
}
echo json_encode(['calls' => $calls, 'cpu' => (cpu() - $cpu) / $calls, 'wall' => $wall / $calls]), "\n";
