<?php

/** Requests/s of PHP-FPM by client as bars, readable on light and dark. */
function chart(Results $results): string
{
    $y = 0;
    $bars = '';
    foreach (['FPM, system CA bundle', 'FPM, one-certificate file', 'FPM, 20 ms round trip'] as $workload) {
        $rates = $results->medians($workload, 'requests/s');
        $bars .= sprintf('<text x="10" y="%d" class="head">%s</text>' . "\n", $y += 30, htmlspecialchars("$workload: requests/s"));
        foreach ($rates as $client => $rate) {
            $y += 22;
            $bars .= sprintf('<text x="110" y="%d" text-anchor="end">%s</text>', $y, htmlspecialchars($client));
            $bars .= sprintf('<rect x="118" y="%d" width="%.1f" height="14" class="%s"/>', $y - 11, max(1, 470 * $rate / max($rates)), $client);
            $bars .= sprintf('<text x="%.1f" y="%d">%s</text>' . "\n", 124 + max(1, 470 * $rate / max($rates)), $y, figure($rate));
        }
        $y += 8;
    }
    $height = $y + 14;
    return <<<SVG
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 $height" width="680" height="$height" role="img" aria-label="Requests per second by client">
        <style>
        text { font: 13px sans-serif; fill: #333 } .head { font-weight: bold } rect { fill: #8a94a6 } .extension { fill: #2f81f7 } .limit { fill: #57ab5a }
        @media (prefers-color-scheme: dark) { text { fill: #ddd } }
        </style>
        $bars</svg>

        SVG;
}
