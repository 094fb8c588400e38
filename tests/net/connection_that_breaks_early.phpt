--TEST--
A request that was not sent is tried again, even a create without duplicate_option
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$keap->options(['drop_connections' => 2]);
var_dump(infusionsoft_contact_create(['email' => 'a@b'])['id']);
$keap->closeIdle();

ini_set('infusionsoft.retries', 1);
$keap->options(['drop_connections' => 2]);
echo outcome(fn () => infusionsoft_contact_create(['email' => 'a@b'])), "\n";
$counts = $keap->counts();
var_dump($counts['dropped'], $counts['handshakes'], array_sum($counts['requests']));
var_dump(count($keap->state()['contacts']), $keap->violations());
?>
--EXPECT--
string(4) "1001"
TransportException, not sent
int(4)
int(1)
int(1)
int(1)
array(0) {
}
