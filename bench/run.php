<?php
// run.php FOLDER EXTENSION [quick] [CHART]: what bin/bench does once everything is built.

foreach (['Scene', 'Results', 'Targets', 'Chart'] as $class) {
    require __DIR__ . "/$class.php";
}

$chart = array_values(array_diff(array_slice($argv, 3), ['quick']))[0] ?? null;
[$rounds, $seconds, $calls] = in_array('quick', $argv, true) ? [2, 1.0, 10000] : [5, 2.0, 100000];
pcntl_async_signals(true);
pcntl_signal(SIGTERM, static fn () => exit(143));

$scene = new Scene($argv[1], $argv[2]);
$workloads = array_map(static fn (string $file) => require $file, glob(__DIR__ . '/workloads/*.php'));
$workloads = array_combine(array_map(static fn (string $file) => basename($file, '.php'), glob(__DIR__ . '/workloads/*.php')), $workloads);
$vendors = array_values(array_filter(['guzzle', 'laravel'], static fn (string $name) => is_dir("$argv[1]/vendors/$name/vendor")));
$results = new Results();

for ($round = 1; $round <= $rounds; $round++) {
    fwrite(STDERR, "round $round of $rounds\n");
    foreach (['limit', 'extension', 'curl_kept', 'curl_fresh', ...$vendors] as $client) {
        $results->add('CLI', $client, $workloads['cli']($scene, $client, $seconds));
    }
    foreach (['limit', 'extension', 'curl_kept'] as $client) {
        $results->add('reconnect', $client, $workloads['reconnect']($scene, $client, $seconds));
    }
    foreach (['near' => 'FPM, system CA bundle', 'one' => 'FPM, one-certificate file', 'far' => 'FPM, 20 ms round trip'] as $link => $name) {
        foreach (['limit', 'extension', 'curl_fresh', ...$vendors] as $client) {
            $results->add($name, $client, $workloads['fpm']($scene, $client, $seconds, $link));
        }
    }
    $results->add('token read', 'extension', $workloads['token_read']($scene));
    $results->add('64 processes, expired token', 'extension', $workloads['refresh']($scene));
}
$results->add('memory', 'extension', $workloads['memory']($scene, 'extension', 'memory_extension', $calls));
$results->add('memory', 'limit', $workloads['memory']($scene, 'limit', 'memory_limit', 1000));
$results->add('memory, one-certificate file', 'extension', $workloads['memory']($scene, 'extension', 'memory_one', 1000));

echo $results->table(), "\n", targets($results), "\n";
echo Scene::has('infusionsoft_batch', $scene) ? '' : "not measured: a 10,000-contact import: this version has no infusionsoft_batch()\n";
echo 'load average at the end: ', implode(' ', array_map(static fn ($load) => round($load, 1), sys_getloadavg())), "\n";
if ($chart !== null) {
    file_put_contents($chart, chart($results));
}
