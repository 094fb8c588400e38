--TEST--
Creates that an HTTP/2 server says it did not take are sent again, each exactly once; of those that it may have taken none is
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/../net/http2_skipif.inc';
?>
--FILE--
<?php
$http2 = true;
$settings = ['infusionsoft.retries' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/batch.inc';
require __DIR__ . '/exactly_once.inc';

const CREATES = ['method' => 'POST', 'path' => CONTACTS];

$keap->authorize();
learn_limits();
/** Makes 120 contacts under the fault, and tells how they ended: how many, or what ends there were. */
function under(Keap $keap, string $how, array $fault, bool $count): void
{
    $keap->fault(CREATES + $fault + ['times' => 0]);
    $ends = creates($keap, 120, strtr($how, ' ', '-'));
    echo "$how: ", $count ? json_encode($ends) : implode(', ', array_keys($ends)), "\n";
    $keap->clearFaults();
}

under($keap, 'three requests a connection', ['nth' => 3, 'action' => 'goaway'], true);
under($keap, 'ten requests a connection', ['nth' => 10, 'action' => 'goaway'], true);
var_dump($keap->counts()['refused'] > 0);
under($keap, 'announced before', ['nth' => 10, 'action' => 'goaway', 'steps' => 2], true);
under($keap, 'it dies after that', ['nth' => 20, 'action' => 'goaway', 'close' => 'abrupt'], false);
under($keap, 'it dies', ['nth' => 20, 'action' => 'hangup', 'at' => 'after'], false);
under($keap, 'a request is reset, not refused', ['nth' => 20, 'action' => 'reset-stream', 'code' => 2, 'act' => true], false);
var_dump($keap->violations());
?>
--EXPECT--
three requests a connection: {"made":120}
ten requests a connection: {"made":120}
bool(true)
announced before: {"made":120}
it dies after that: made, may have been sent
it dies: made, may have been sent
a request is reset, not refused: made, may have been sent
array(0) {
}
