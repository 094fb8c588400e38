<?php

/** The targets of the shared store, each with the value that this run measured. */
function targets(Results $results): array
{
    $one = 'one host, 12 processes, without Redis';
    $pace = static fn (string $of, string $measure): float => $results->median('pace, 25 calls/s', $of, $measure);
    $rows = [['warm call, with Redis relative to without', '≤', 1.05, $results->median(WARM, 'with Redis', 'ms') / $results->median(WARM, 'without', 'ms')]];
    foreach (['3 hosts, 4 processes each', '3 hosts, 10, 1 and 1 processes'] as $several) {
        $rows[] = ["calls/s of $several, % of one host's", '≥', 98.5, 100 * $pace($several, 'calls/s') / $pace($one, 'calls/s')];
        $rows[] = ["requests refused (429) of $several, above one host's", '≤', 0, $pace($several, 'refused (429)') - $pace($one, 'refused (429)')];
    }
    return $rows;
}
