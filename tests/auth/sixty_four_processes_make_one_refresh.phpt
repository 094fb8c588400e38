--TEST--
Sixty-four processes with an expired token make one refresh, and every call succeeds
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (getenv('TEST_UNDER_VALGRIND') !== false) {
    echo 'skip so many processes at once are too much under valgrind';
}
?>
--FILE--
<?php
// Long timeouts: 64 processes are slow on a small machine, and the duration is not tested.
$settings = ['infusionsoft.connect_timeout_ms' => 60000, 'infusionsoft.timeout_ms' => 120000, 'infusionsoft.max_wait_ms' => 60000];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_expired($keap);
// The first refresh is held until all processes have started.
$keap->fault(['path' => '/token', 'hold' => 'before']);
$processes = array_map(fn () => $keap->start(CALL), range(1, 64));
foreach ($processes as $process) {
    if ($process->line() !== 'ready') {
        echo "not ready\n", $process->output();
    }
}
$keap->wait('/token', phase: 'held');
$keap->release(['path' => '/token']);
echo json_encode(array_count_values(array_map(fn ($process) => $process->output(), $processes))), "\n";
echo posts($keap), ' refresh, ', $keap->count('GET /crm/rest/v2/contacts'), ' calls, ', json_encode($keap->violations()), "\n";
echo $keap->counts()['grants_killed'], " grants killed\n";
?>
--EXPECT--
{"called\n":64}
1 refresh, 64 calls, []
0 grants killed
