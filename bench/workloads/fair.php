<?php
// A process makes calls beside 1, 2 and 4 others that each run a batch with 128 calls in flight, at Keap's limit: see bench/fair.

/** Between two calls that leave, in ms. */
const GAP = 41;

return static function (Scene $scene): array {
    exec(escapeshellarg(__DIR__ . '/../fair') . ' 128', $lines, $status);
    preg_match_all('/^\| (\d+) \| 128 \| (normal|low) \| (\d+) of \d+ \| (\d+) \| \d+ \| ([\d.]+) \| (\d+) \| (\d+) of/m', implode("\n", $lines), $rows, PREG_SET_ORDER);
    if ($status !== 0 || count($rows) !== 6) {
        throw new RuntimeException("bench/fair failed:\n" . implode("\n", $lines));
    }
    $measured = ['refused calls' => array_sum(array_column($rows, 3)) + array_sum(array_column($rows, 7))];
    foreach ($rows as [, $batches, $priority, , $longest]) {
        $measured["longest call beside $batches " . ($batches === '1' ? 'batch' : 'batches') . ($priority === 'low' ? ' of low priority' : '') . ', ms'] = (float) $longest;
    }
    $normal = array_filter($rows, static fn (array $row): bool => $row[2] === 'normal');
    return $measured + [
        // n processes want to call: the batches and this one. Its fair share is n + 1 gaps.
        'longest call, relative to its fair share' => max(array_map(static fn (array $row): float => $row[4] / (($row[1] + 2) * GAP), $normal)),
        'share of the limit, %' => (float) min(array_column($normal, 5)),
    ];
};
