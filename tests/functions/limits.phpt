--TEST--
infusionsoft_limits() returns what the last reply to any process stated, for each credential
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/limits.inc';

$end = time() + 100;
echo "no grant\n";
tell(infusionsoft_limits(), $end);
var_dump(infusionsoft_limits()['seen_at']);

$keap->authorize();
$keap->authorize(account: 'another');
infusionsoft_token_import(['api_key' => $keap->apiKey], 'key');
$keap->fault(
    reply_with(['product-quota-limit' => 150000, 'product-quota-available' => 149000, 'product-quota-used' => 1000,
        'product-throttle-limit' => 1500000, 'product-throttle-available' => 1499990, 'product-throttle-used' => 10,
        'tenant-throttle-limit' => '1000000|250000', 'tenant-throttle-available' => '999000|240000', 'tenant-throttle-used' => '1000|10000'], $end),
    reply_with(['product-throttle-limit' => 9000000, 'product-throttle-available' => 8000000, 'product-throttle-used' => 1000000], $end),
);
$called = time();
// The calls are made by another process.
echo $keap->php('infusionsoft_request("GET", "/rest/v2/contacts");');
echo "the application's, in every account\n";
tell(infusionsoft_limits(), $end);
var_dump(infusionsoft_limits() === infusionsoft_limits('another'));
$seen = infusionsoft_limits()['seen_at'];
var_dump($seen >= $called && $seen <= time());

echo "the key's\n";
var_dump(infusionsoft_limits('key')['seen_at']);
infusionsoft_request('GET', '/rest/v2/contacts', account: 'key');
tell(infusionsoft_limits('key'), $end);
echo count($keap->journal('/crm')), " calls\n";
?>
--EXPECT--
no grant
day: [null,null,null,null]
minute: [null,null,null,null]
tenant_minute: [null,null,null,null]
tenant_day: [null,null,null,null]
NULL
the application's, in every account
day: [150000,149000,1000,"end"]
minute: [1500000,1499990,10,"end"]
tenant_minute: [1000000,999000,1000,"end"]
tenant_day: [250000,240000,10000,"end"]
bool(true)
bool(true)
the key's
NULL
day: [null,null,null,null]
minute: [9000000,8000000,1000000,"end"]
tenant_minute: [null,null,null,null]
tenant_day: [null,null,null,null]
2 calls
