<?php
// Workers call without a pause, against a stand-in that enforces the rate limit (spike arrest) as Keap does. See bench/pacing.

$settings = ['infusionsoft.max_wait_ms' => 60000, 'infusionsoft.retries' => 20, 'infusionsoft.keepalive' => 0];
require __DIR__ . '/../tests/keap/keap.inc';

const WORKERS = 16;
const RATE = 25;

$seconds = max(5, (int) ($argv[1] ?? 60));
$gate = "$keap->folder/gate";
// The first call opens the connection and is not measured.
$code = strtr('
    infusionsoft_request("GET", "/rest/v2/contacts", ["fields" => "id"]);
    echo "ready\n";
    while (!file_exists(GATE)) {
        usleep(1000);
        clearstatcache();
    }
    $first = microtime(true);
    for ($calls = 0; microtime(true) < $first + SECONDS; $calls++) {
        infusionsoft_request("GET", "/rest/v2/contacts", ["fields" => "id"]);
    }
    echo json_encode(["calls" => $calls, "first" => $first, "last" => microtime(true)]);
', ['SECONDS' => $seconds, 'GATE' => var_export($gate, true)]);

foreach (['one call each 40 ms' => false, 'no more than 25 in any second' => true] as $rule => $sliding) {
    $keap->reset();
    $keap->options(['told_minute' => 0, 'spike_per_second' => RATE, 'spike_sliding' => $sliding]);
    $keap->authorize();
    $workers = array_map(fn () => $keap->start($code), range(1, WORKERS));
    array_walk($workers, fn (KeapProcess $worker) => $worker->line());
    $before = $keap->count('GET /crm/rest/v2/contacts');
    touch($gate);
    $said = array_map(fn (KeapProcess $worker): array => json_decode($worker->output(), true), $workers);
    $took = max(array_column($said, 'last')) - min(array_column($said, 'first'));
    $calls = array_column($said, 'calls');
    $requests = $keap->count('GET /crm/rest/v2/contacts') - $before;
    unlink($gate);
    $refused = $requests - array_sum($calls);
    printf("Keap accepts %s: %d workers, %.1f s, %.1f %% of that rate answered; %d of %d requests refused with 429 (%.2f %%); before that, %d of the first %d requests refused; calls per worker: %d to %d\n",
        $rule, WORKERS, $took, 100 * array_sum($calls) / $took / RATE, $refused, $requests, 100 * $refused / $requests, $before - WORKERS, $before, min($calls), max($calls));
}
