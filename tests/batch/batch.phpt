--TEST--
A batch runs its jobs at the same time over one HTTP/2 connection, and yields the results by key in the order of the input
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
require __DIR__ . '/batch.inc';

$keap->authorize();
$names = array_map(fn (int $i) => "n$i", range(0, 99));
// No reply is sent before as many requests have arrived as may be in flight.
$keap->fault(['path' => '/crm', 'hold' => 'before', 'times' => 32]);
$control = $keap->start('$keap->wait("/crm", 32, "held"); echo $keap->release(), " at once\n";');
$batch = infusionsoft_batch(array_map(create(...), array_combine($names, $names)));
var_dump($batch instanceof Iterator, count($keap->journal('/crm')));
$got = iterator_to_array($batch);
echo $control->output();
var_dump($got === array_combine($names, $names));
$entries = $keap->journal('/crm');
var_dump(count($entries), array_unique(array_column($entries, 'http')), $keap->counts()['connections'], $keap->violations());

// A job may make several calls, or none; the connection is reused.
$tag = $keap->tag('batch');
results(infusionsoft_batch([
    'both' => fn () => infusionsoft_tag_apply($tag, infusionsoft_contact_find('n7@example.com')['id']),
    5 => fn () => infusionsoft_contact_find('nobody@example.com'),
    'nothing of ours' => fn () => 'x',
]));
var_dump($keap->counts()['connections']);
results(infusionsoft_batch([]));
?>
--EXPECTF--
bool(true)
int(0)
32 at once
bool(true)
int(100)
array(1) {
  [0]=>
  string(3) "2.0"
}
int(1)
array(0) {
}
"both": {"10%d":"SUCCESS"}
5: null
"nothing of ours": "x"
int(1)
