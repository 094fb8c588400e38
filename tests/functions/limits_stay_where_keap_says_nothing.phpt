--TEST--
A reply, also a refusal, changes the limits that it states; missing and blank headers change no limit
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.retries' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/limits.inc';

$end = time() + 100;
$keap->authorize();
$call = function (array $reply) use ($keap): void {
    $keap->fault($reply);
    echo outcome(fn () => infusionsoft_request('GET', '/rest/v2/contacts')), "\n";
};
$call(reply_with(['product-quota-limit' => 150000, 'product-quota-available' => 149000, 'product-quota-used' => 1000,
    'product-throttle-limit' => 1500000, 'product-throttle-available' => 1499990, 'product-throttle-used' => 10], $end));
$before = infusionsoft_limits();
$call(reply_with([], $end));
$call(reply_with(['product-quota-limit' => '', 'product-quota-available' => '', 'product-throttle-limit' => 'many'], $end));
$keap->options(['limit_headers' => 'blank']);
infusionsoft_request('GET', '/rest/v2/contacts');
var_dump(infusionsoft_limits() === $before);

// The reply states no value of the day: the day stays. It states one value of the minute: the other values of the minute
// are dropped, because they are from another reply.
$call(reply_with(['product-throttle-used' => 77], $end, 429));
tell(infusionsoft_limits(), $end);
?>
--EXPECT--
[]
[]
[]
bool(true)
RateLimitException 429 null, retry after 1 s
day: [150000,149000,1000,"end"]
minute: [null,null,77,"end"]
tenant_minute: [null,null,null,null]
tenant_day: [null,null,null,null]
