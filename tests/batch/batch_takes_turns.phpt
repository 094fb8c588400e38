--TEST--
Calls of a batch wait for their slots under Keap's limits, for longer than infusionsoft.max_wait_ms
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.max_wait_ms' => 0];
require __DIR__ . '/../keap/keap.inc';

$keap->options(['told_minute' => 0]);
$keap->authorize();
$call = fn () => array_keys(infusionsoft_request('GET', '/rest/v2/contacts'));
$began = microtime(true);
foreach (infusionsoft_batch(array_fill(0, 20, $call)) as $result) {
    if ($result instanceof Throwable) {
        echo $result::class, ': ', $result->getMessage(), "\n";
    }
}
var_dump(microtime(true) - $began >= 19 * 0.040);
echo $keap->count('GET /crm/rest/v2/contacts'), " requests\n";
?>
--EXPECT--
bool(true)
20 requests
