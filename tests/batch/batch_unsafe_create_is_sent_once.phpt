--TEST--
A create call that is not safe to repeat is sent once, even if its connection in a batch breaks
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$http2 = true;
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/batch.inc';

$keap->authorize();
results(infusionsoft_batch([create('first')]));
foreach (['unsafe' => null, 'safe' => 'Email'] as $kind => $option) {
    $keap->fault(['path' => '/crm', 'action' => 'hangup', 'at' => 'reused']);
    results(infusionsoft_batch([$kind => create($kind, $option)]));
    results(infusionsoft_batch(['next' => create("after-$kind")]));
}
echo implode(', ', array_column(array_column($keap->journal('/crm'), 'body'), 'given_name')), "\n";
var_dump($keap->violations());
?>
--EXPECT--
0: "first"
"unsafe": TransportException, may have been sent
"next": "after-unsafe"
"safe": "safe"
"next": "after-safe"
first, unsafe, after-unsafe, safe, safe, after-safe
array(0) {
}
