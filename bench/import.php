<?php
// infusionsoft_batch() against a stand-in that enforces and reports the limits that Keap publishes. See bench/import.

$http2 = true;
require __DIR__ . '/../tests/keap/keap.inc';

const RATE = 25;

$count = max(100, (int) ($argv[1] ?? 10000));
$keap->options(['told_minute' => 0, 'spike_per_second' => RATE]);
$keap->authorize();
$calls = (static function () use ($count) {
    for ($i = 0; $i < $count; $i++) {
        yield static fn () => infusionsoft_contact_create(['given_name' => 'Mary', 'email' => "mary$i@example.com"], 'Email');
    }
})();
$failed = [];
$began = microtime(true);
foreach (infusionsoft_batch($calls) as $contact) {
    if ($contact instanceof Throwable) {
        $failed[$contact->getMessage()] = ($failed[$contact->getMessage()] ?? 0) + 1;
    }
}
$took = microtime(true) - $began;
preg_match('/^VmHWM:\s*(\d+)/m', file_get_contents('/proc/self/status'), $peak);
$statuses = array_column($keap->journal('/crm/rest/v2/contacts'), 'status');
$refused = array_keys($statuses, 429);
printf("%d contacts in %.1f s: %.1f/s, %.1f %% of Keap's ceiling; %d of %d requests refused with 429%s; %d contacts at Keap; %d calls failed; peak memory %.1f MB\n",
    $count, $took, $count / $took, 100 * $count / $took / RATE, count($refused), count($statuses), $refused ? ', the last of them number ' . max($refused) + 1 : '',
    count($keap->state()['contacts']), array_sum($failed), $peak[1] / 1024);
foreach ($failed as $message => $times) {
    echo "$times times: $message\n";
}
