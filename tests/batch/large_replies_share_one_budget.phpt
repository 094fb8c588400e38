--TEST--
The replies of a batch take a bounded amount of memory together: what does not fit is asked for again, once
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (!is_writable('/proc/self/clear_refs')) {
    echo 'skip needs /proc';
} elseif (getenv('USE_ZEND_ALLOC') === '0') {
    echo 'skip a memory checker is at work, and keeps what is freed';
}
?>
--FILE--
<?php
$http2 = true;
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/batch.inc';

const REPLIES = 16;
const BYTES = 15 << 20;

$keap->authorize();
learn_limits();
$peak = fn (): int => (int) preg_replace('/.*^VmHWM:\s*(\d+).*/ms', '$1', file_get_contents('/proc/self/status')) >> 10;
file_put_contents('/proc/self/clear_refs', '5'); // the peak begins here
$before = $peak();
$keap->fault(['path' => '/crm', 'action' => 'flood', 'bytes' => BYTES, 'times' => 0]);
$calls = array_fill(0, REPLIES, fn () => strlen(infusionsoft_request('GET', '/rest/v2/x')));
$tries = [];
foreach (infusionsoft_batch($calls, in_flight: REPLIES) as $result) {
    echo $result === BYTES - 2 ? '' : "$result\n";
}
$requests = count($keap->journal('/crm/rest/v2/x'));
echo $requests > REPLIES ? 'some' : 'none', ' asked for again, ', $requests <= 2 * REPLIES ? 'once at most' : "$requests requests", "\n";
$grown = $peak() - $before;
echo $grown < 128 ? 'less than 128' : $grown, " MiB\n";
var_dump(array_sum(infusionsoft_stats()['failures']), $keap->violations());
?>
--EXPECT--
some asked for again, once at most
less than 128 MiB
int(0)
array(0) {
}
