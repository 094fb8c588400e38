--TEST--
With a server that speaks HTTP/1.1 only, a batch opens six connections at most
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/batch.inc';

$keap->authorize();
$keap->fault(['path' => CONTACTS, 'hold' => 'before', 'times' => 6]);
$control = $keap->start('$keap->wait("/crm/rest/v2/contacts", 6, "held"); echo $keap->release(), " at once\n";');
$names = array_map(fn (int $i) => "n$i", range(0, 99));
var_dump(iterator_to_array(infusionsoft_batch(array_map(create(...), $names))) === $names);
echo $control->output();
var_dump(count($keap->journal(CONTACTS)), $keap->counts()['handshakes'], $keap->violations());
?>
--EXPECT--
bool(true)
6 at once
int(100)
int(6)
array(0) {
}
