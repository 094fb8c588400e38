<?php
// batch.php COUNT IN_FLIGHT SECONDS: creates contacts serially for SECONDS, then COUNT contacts in a batch. Prints both rates as JSON.

$create = static fn (int $i) => infusionsoft_contact_create(['given_name' => 'Mary', 'family_name' => 'Jones', 'email' => "mary$i@example.com"]);
[, $count, $inFlight, $seconds] = $argv;
for ($i = 0; $i < 5; $i++) {
    $create($i);
}
$began = hrtime(true);
for ($serial = 0; ($took = (hrtime(true) - $began) / 1e9) < (float) $seconds; $serial++) {
    $create($serial);
}
$calls = (static function () use ($count, $create) {
    for ($i = 0; $i < $count; $i++) {
        yield static fn () => $create($i);
    }
})();
$began = hrtime(true);
foreach (infusionsoft_batch($calls, in_flight: (int) $inFlight) as $contact) {
    is_array($contact) ?: throw $contact;
}
echo json_encode([
    'serial' => $serial / $took,
    'batch' => $count / ((hrtime(true) - $began) / 1e9),
    'before' => 5 + $serial,
    'peak' => (int) preg_replace('/.*^VmHWM:\s*(\d+).*/ms', '$1', file_get_contents('/proc/self/status')) / 1024,
]), "\n";
