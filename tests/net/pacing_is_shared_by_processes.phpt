--TEST--
All processes of a store share one pacing clock for the application and one for each API key
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.max_wait_ms' => 0];
require __DIR__ . '/../keap/keap.inc';

// Nothing is left of the minute, so no other call fits into it. Not so near its end that it could be over before the test.
while (time() % 60 > 40) {
    usleep(100000);
}
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 200, 'body' => [], 'headers' => ['x-keap-product-throttle-available' => '0'], 'times' => 0]);
$keap->authorize();
$keap->authorize(account: 'another');
infusionsoft_token_import(['api_key' => $keap->apiKey], 'key');
$call = '
    try {
        infusionsoft_request("GET", "/rest/v2/contacts", account: ACCOUNT);
        echo "called\n";
    } catch (Infusionsoft\RateLimitException) {
        echo "not its turn\n";
    }';
foreach (['default', 'default', 'another', 'key', 'key'] as $account) {
    echo "$account: ", $keap->php(strtr($call, ['ACCOUNT' => "'$account'"]));
}
?>
--EXPECT--
default: called
default: not its turn
another: not its turn
key: called
key: not its turn
