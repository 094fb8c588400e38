<?php
// ab requests a page that creates a contact and tags it: PHP-FPM with 4 workers behind nginx, 4 visitors at the same time.

function visit(Scene $scene, string $link, string $client, array $limit): array
{
    $csv = "$scene->folder/ab.csv";
    $output = $scene->output(['ab', '-q', '-k', '-c', $scene->poolSize($link), ...$limit, '-e', $csv, "http://127.0.0.1:$scene->visitors/$link?client=$client"]);
    if (str_contains($output, 'Non-2xx') || !preg_match('/^Failed requests: +0$/m', $output)) {
        throw new RuntimeException("$client failed over $link: " . file_get_contents("http://127.0.0.1:$scene->visitors/$link?client=$client"));
    }
    preg_match('/^Complete requests: +(\d+)$.*^Requests per second: +([\d.]+)/ms', $output, $found);
    preg_match('/^50,([\d.]+)/m', file_get_contents($csv), $median);
    return ['requests' => (int) $found[1], 'requests/s' => (float) $found[2], 'p50, ms' => (float) $median[1]];
}

/** CPU time that the pool's workers have used so far, in ms. */
function worked(Scene $scene, string $link): float
{
    return array_sum(array_map(static fn (int $pid) => (float) explode(' ', file_get_contents("/proc/$pid/schedstat"))[0], $scene->workers($link))) / 1e6;
}

return static function (Scene $scene, string $client, float $seconds, string $link): array {
    visit($scene, $link, $client, ['-n', 4 * $scene->poolSize($link)]);
    $handshakes = $scene->counted('handshakes');
    $worked = worked($scene, $link);
    $visited = visit($scene, $link, $client, ['-t', (int) ceil($seconds), '-n', 1000000]);
    return [
        'requests/s' => $visited['requests/s'],
        'p50, ms' => $visited['p50, ms'],
        'worker CPU/request, ms' => (worked($scene, $link) - $worked) / $visited['requests'],
        'handshakes/1,000 calls' => 1000 * ($scene->counted('handshakes') - $handshakes) / $visited['requests'] / 2,
    ];
};
