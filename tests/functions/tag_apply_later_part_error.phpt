--TEST--
When a later part fails, the exception holds the outcomes of the earlier parts
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.retries' => 0];
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$results = array_fill_keys(range(1, 100), 'SUCCESS');
$first = ['path' => '/crm', 'action' => 'status', 'status' => 200, 'body' => compact('results')];
foreach ([
    ['action' => 'status', 'status' => 500],
    ['action' => 'spike'],
    ['action' => 'html', 'status' => 403],
] as $second) {
    $keap->fault($first, ['path' => '/crm'] + $second);
    try {
        infusionsoft_tag_apply(101, range(1, 250));
    } catch (Infusionsoft\ApiException $error) {
        echo get_class($error), " $error->status\n";
        var_dump($error->results === $results);
    }
}
// No part is sent after the part that failed.
var_dump(count($keap->journal()), $keap->violations());
?>
--EXPECT--
Infusionsoft\ApiException 500
bool(true)
Infusionsoft\RateLimitException 429
bool(true)
Infusionsoft\ApiException 403
bool(true)
int(6)
array(0) {
}
