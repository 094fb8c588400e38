--TEST--
Eight processes that call without a pause stay within Keap's limits, and all their calls succeed
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (getenv('TEST_UNDER_VALGRIND') !== false) {
    echo 'skip so many processes at once are too much under valgrind';
}
?>
--FILE--
<?php
$settings = ['infusionsoft.max_wait_ms' => 60000, 'infusionsoft.retries' => 20];
require __DIR__ . '/../keap/keap.inc';

$keap->options(['told_minute' => 0]);
$keap->authorize();
$code = 'for ($i = 0; $i < 10; $i++) { infusionsoft_request("GET", "/rest/v2/contacts"); } echo "done\n";';
$began = microtime(true);
$workers = array_map(fn () => $keap->start($code), range(1, 8));
echo json_encode(array_count_values(array_map(fn ($worker) => $worker->output(), $workers))), "\n";
// The first may go at once; noise can only make it longer.
var_dump(microtime(true) - $began >= 79 * 0.040);
echo $keap->count('GET /crm/rest/v2/contacts'), " requests\n";
?>
--EXPECT--
{"done\n":8}
bool(true)
80 requests
