<?php

/** The names of the clients in the chart. */
const NAMES = [
    'none' => 'no call', 'limit' => 'libcurl from C (the limit)', 'extension' => 'this extension', 'curl_fresh' => 'ext/curl', 'guzzle' => 'Guzzle',
    'laravel' => 'Laravel\'s Http client', 'keap-sdk' => 'keap/keap-sdk', 'php-sdk' => 'infusionsoft/php-sdk',
];

/** The groups of the chart: title => [label => [value, class of the bar]]. */
function groups(Results $results): array
{
    $clients = static function (string $workload, string $measure) use ($results): array {
        $medians = $results->medians($workload, $measure);
        return array_combine(array_map(static fn (string $client) => NAMES[$client], array_keys($medians)), array_map(null, $medians, array_keys($medians)));
    };
    $own = static fn (string $workload, array $measures): array => array_map(static fn (string $measure): array => [$results->median($workload, 'extension', $measure), 'extension'], $measures);
    $groups = [
        "Pages/s, the system's CA certificates" => $clients('FPM, system CA', 'requests/s'),
        'Pages/s, a CA file of one certificate' => $clients('FPM, one-certificate file', 'requests/s'),
        'Pages/s, a round trip of 20 ms' => $clients('FPM, 20 ms round trip', 'requests/s'),
        'A process with its first two calls, ms of CPU: less is better' => $clients('first call of a process, system CA', 'CPU/process, ms'),
        'An artisan command with two calls, ms of CPU: less is better' => $results->has('artisan command with a pair of calls', 'none') ? $clients('artisan command with a pair of calls', 'CPU/process, ms') : [],
        "The longest wait of a call beside batches at Keap's limit, ms: less is better" => $own('a call beside batches', ['1 batch' => 'longest call beside 1 batch, ms', '4 batches' => 'longest call beside 4 batches, ms', '4 of low priority' => 'longest call beside 4 batches of low priority, ms']),
        'The import of a new account, µs: less is better' => $own('tenants', ['at 100 accounts' => 'import at 100 accounts, µs', 'at 10,000 accounts' => 'import at 10,000 accounts, µs']),
        'The first look-up of a process, µs: less is better' => $own('tenants', ['with 1 account' => 'first look-up of a process, 1 account, µs', 'with 10,000 accounts' => 'first look-up of a process, 10,000 accounts, µs']),
    ];
    return array_filter($groups);
}

/** Draws the groups as bars, with colours for light and dark pages. */
function chart(Results $results, string $machine): string
{
    $y = 10;
    $bars = '';
    foreach (groups($results) as $title => $rows) {
        $most = max(array_column($rows, 0));
        $bars .= sprintf('<text x="10" y="%d" class="head">%s</text>' . "\n", $y += 26, htmlspecialchars($title));
        foreach ($rows as $label => [$value, $class]) {
            $y += 22;
            $width = max(1, 430 * $value / $most);
            $bars .= sprintf('<text x="180" y="%d" text-anchor="end">%s</text>', $y, htmlspecialchars($label));
            $bars .= sprintf('<rect x="188" y="%d" width="%.1f" height="14" class="%s"/>', $y - 11, $width, $class);
            $bars .= sprintf('<text x="%.1f" y="%d">%s</text>' . "\n", 194 + $width, $y, figure($value));
        }
        $y += 10;
    }
    $foot = ['A page creates a contact and tags it: PHP-FPM, 4 workers, 4 visitors at a time. More is better, where nothing else is said.', ...explode("\n", wordwrap($machine, 105))];
    foreach ($foot as $line) {
        $bars .= sprintf('<text x="10" y="%d" class="foot">%s</text>' . "\n", $y += 16, htmlspecialchars($line));
    }
    $height = $y + 14;
    return <<<SVG
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 $height" width="680" height="$height" role="img" aria-label="Pages per second, CPU of a first call, waits beside batches, and the cost of accounts, by client">
        <style>
        text { font: 13px sans-serif; fill: #333 } .head { font-weight: bold } .foot { font-size: 11px } rect { fill: #8a94a6 } .extension { fill: #2f81f7 } .limit { fill: #57ab5a }
        @media (prefers-color-scheme: dark) { text { fill: #ddd } }
        </style>
        $bars</svg>

        SVG;
}
