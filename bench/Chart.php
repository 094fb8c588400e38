<?php

/** The names of the clients in the chart. */
const NAMES = [
    'limit' => 'libcurl from C (the limit)', 'extension' => 'this extension', 'curl_fresh' => 'ext/curl', 'guzzle' => 'Guzzle',
    'laravel' => 'Laravel\'s Http client', 'keap-sdk' => 'keap/keap-sdk', 'php-sdk' => 'infusionsoft/php-sdk',
];

/** Draws requests/s of PHP-FPM by client as bars, with colours for light and dark pages. */
function chart(Results $results, string $machine): string
{
    $y = 10;
    $bars = '';
    foreach (['FPM, system CA' => 'the system\'s CA certificates', 'FPM, one-certificate file' => 'a CA file of one certificate', 'FPM, 20 ms round trip' => 'a round trip of 20 ms'] as $workload => $title) {
        $rates = $results->medians($workload, 'requests/s');
        $bars .= sprintf('<text x="10" y="%d" class="head">%s</text>' . "\n", $y += 26, htmlspecialchars("Pages/s, $title"));
        foreach ($rates as $client => $rate) {
            $y += 22;
            $width = max(1, 430 * $rate / max($rates));
            $bars .= sprintf('<text x="180" y="%d" text-anchor="end">%s</text>', $y, htmlspecialchars(NAMES[$client]));
            $bars .= sprintf('<rect x="188" y="%d" width="%.1f" height="14" class="%s"/>', $y - 11, $width, $client);
            $bars .= sprintf('<text x="%.1f" y="%d">%s</text>' . "\n", 194 + $width, $y, figure($rate));
        }
        $y += 10;
    }
    $foot = ['A page creates a contact and tags it: PHP-FPM, 4 workers, 4 visitors at a time. More is better.', ...explode("\n", wordwrap($machine, 105))];
    foreach ($foot as $line) {
        $bars .= sprintf('<text x="10" y="%d" class="foot">%s</text>' . "\n", $y += 16, htmlspecialchars($line));
    }
    $height = $y + 14;
    return <<<SVG
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 $height" width="680" height="$height" role="img" aria-label="Pages per second by client">
        <style>
        text { font: 13px sans-serif; fill: #333 } .head { font-weight: bold } .foot { font-size: 11px } rect { fill: #8a94a6 } .extension { fill: #2f81f7 } .limit { fill: #57ab5a }
        @media (prefers-color-scheme: dark) { text { fill: #ddd } }
        </style>
        $bars</svg>

        SVG;
}
