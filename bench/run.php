<?php
// run.php FOLDER EXTENSION [quick] [docs]: runs all workloads. bin/bench builds everything first and then calls this.

foreach (['Scene', 'Results', 'Targets', 'Chart', 'Docs', 'report'] as $file) {
    require __DIR__ . "/$file.php";
}
require __DIR__ . '/../tests/net/authorities.inc';

/** Composer's name of a package => its name in bench/clients and bench/install.sh. */
const PACKAGES = ['guzzlehttp/guzzle' => 'guzzle', 'laravel/framework' => 'laravel', 'keap/keap-sdk' => 'keap-sdk', 'infusionsoft/php-sdk' => 'php-sdk'];

[, $folder, $extension] = $argv;
$quick = in_array('quick', $argv, true);
[$rounds, $pairs, $seconds, $calls, $contacts] = $quick ? [2, 3, 0.5, 10000, 1000] : [4, 20, 2.0, 100000, 10000];
pcntl_async_signals(true);
pcntl_signal(SIGTERM, static fn () => exit(143));

$versions = array_filter(array_map(static fn (string $name) => trim((string) @file_get_contents("$folder/vendors/$name/version")), PACKAGES));
$vendors = array_values(array_intersect_key(PACKAGES, $versions));
$scene = new Scene($folder, $extension);
$results = new Results();

// Title, workload, clients, and the workload's further arguments.
$fpm = ['limit', 'extension', 'curl_fresh', ...$vendors];
$series = [
    ['CLI', 'cli', ['limit', 'extension', 'api_key', 'curl_kept', 'curl_fresh', ...$vendors], [$seconds]],
    ['reconnect', 'reconnect', ['limit', 'extension', 'curl_kept'], [$seconds]],
    ['first call of a process, system CA', 'cold', ['none', 'extension', 'curl_fresh', ...$vendors], ['near']],
    ['first call of a process, one-certificate file', 'cold', ['extension'], ['one']],
    ['artisan command with a pair of calls', 'cold', in_array('laravel', $vendors, true) ? ['none', 'extension', 'curl_fresh', ...$vendors] : [], ['near', 'artisan']],
    ['FPM, system CA', 'fpm', $fpm, [$seconds, 'near']],
    ['FPM, one-certificate file', 'fpm', $fpm, [$seconds, 'one']],
    ['FPM, 20 ms round trip', 'fpm', $fpm, [$seconds, 'far']],
    ['token read', 'token_read', ['extension'], []],
    ['64 processes, expired token', 'refresh', ['extension'], []],
    ['import, 32 in flight', 'import', ['extension'], [$contacts, 32, $seconds]],
    ['import, 100 in flight', 'import', ['extension'], [$contacts, 100, $seconds]],
];
$workloads = [];
foreach (glob(__DIR__ . '/workloads/*.php') as $file) {
    $workloads[basename($file, '.php')] = require $file;
}
for ($round = 1; $round <= $rounds; $round++) {
    fwrite(STDERR, "round $round of $rounds\n");
    foreach ($series as [$title, $workload, $clients, $more]) {
        // Every second round runs the clients in reverse order, so that no client gains from its place in the order.
        foreach ($round % 2 ? $clients : array_reverse($clients) as $client) {
            $results->add($title, $client, $workloads[$workload]($scene, $client, ...$more));
        }
    }
}
// Two clients in turn, pair by pair: what else the machine does is nearly the same for both of a pair.
for ($pair = 1; $pair <= $pairs; $pair++) {
    foreach ($pair % 2 ? ['limit', 'extension'] : ['extension', 'limit'] as $client) {
        $results->add('FPM in pairs', $client, ['requests/s' => visit($scene, 'near', $client, ['-t', 1, '-n', 1000000])['requests/s']]);
    }
}
// These need workers that have served nothing else, so they run once.
$results->add('memory', 'limit', $workloads['memory']($scene, 'limit', 'memory_limit', 1000));
$results->add('memory', 'extension', $workloads['memory']($scene, 'extension', 'memory_extension', $calls));
$results->add('memory, one-certificate file', 'extension', $workloads['memory']($scene, 'extension', 'memory_one', 1000));
$results->add('tenants', 'extension', $workloads['tenants']($scene, $quick ? 5 : 20));
$results->add('a call beside batches', 'extension', $workloads['fair']($scene));
// Last, because they reload PHP-FPM.
for ($round = 1; $round <= ($quick ? 1 : 3); $round++) {
    foreach (['near' => Scene::WORKERS, 'crowd' => Scene::CROWD] as $link => $workers) {
        foreach ($round % 2 ? ['limit', 'extension'] : ['extension', 'limit'] as $client) {
            $results->add("load, $workers workers", $client, $workloads['load']($scene, $client, $link));
        }
    }
}

$machine = machine($scene, $versions);
$report = report($results, $machine, array_keys(array_diff_key(PACKAGES, $versions)), $quick);
echo $report;
if (in_array('docs', $argv, true)) {
    write_docs($report, chart($results, $machine));
}
