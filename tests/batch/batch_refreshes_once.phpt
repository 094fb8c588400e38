--TEST--
A batch refreshes a token once for all its jobs: when the token has expired, and when Keap refuses it
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/../net/http2_skipif.inc';
?>
--FILE--
<?php
$http2 = true;
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/batch.inc';

$names = array_map(fn (int $i) => "n$i", range(0, 39));
import_expired($keap);
var_dump(iterator_to_array(infusionsoft_batch(array_map(create(...), $names))) === $names, posts($keap));

infusionsoft_token_forget();
$keap->authorize();
$keap->expire();
// All calls in flight get a 401 before the first of them can have a new token.
$keap->fault(['path' => '/crm', 'hold' => 'before', 'times' => 32]);
$control = $keap->start('$keap->wait("/crm", 40 + 32, "arrived"); $keap->release();');
var_dump(iterator_to_array(infusionsoft_batch(array_map(create(...), $names))) === $names, posts($keap));
$control->output();
var_dump($keap->violations());
?>
--EXPECT--
bool(true)
int(1)
bool(true)
int(2)
array(0) {
}
