--TEST--
When a request has ended, other processes see the limits of its last call, however short after the first one it came
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/limits.inc';

$keap->authorize();
$end = time() + 100;
$keap->fault(...array_map(
    fn (int $available): array => reply_with(['product-throttle-limit' => 9000000, 'product-throttle-available' => $available], $end),
    [8999999, 8999998, 8999997],
));
echo $keap->php('
    for ($call = 1; $call <= 3; $call++) {
        infusionsoft_request("GET", "/rest/v2/contacts");
    }
    echo infusionsoft_stats()["calls"], " calls\n";
');
var_dump(infusionsoft_limits()['minute']['available']);
?>
--EXPECT--
3 calls
int(8999997)
