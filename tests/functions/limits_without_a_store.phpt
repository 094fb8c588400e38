--TEST--
Without a store a process and its forks share the limits of the API key
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (!function_exists('pcntl_fork')) {
    echo 'skip needs pcntl';
}
?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/limits.inc';

$end = time() + 100;
$keap->fault(reply_with(['product-quota-limit' => 30000, 'product-quota-available' => 29999, 'product-quota-used' => 1], $end));
echo $keap->php('
    require "' . __DIR__ . '/limits.inc";
    if (($child = pcntl_fork()) === 0) {
        infusionsoft_request("GET", "/rest/v2/contacts");
        exit;
    }
    pcntl_waitpid($child, $status);
    tell(infusionsoft_limits(), ' . $end . ');
', ['infusionsoft.api_key' => $keap->apiKey, 'infusionsoft.store_path' => '/nowhere']);
?>
--EXPECT--
day: [30000,29999,1,"end"]
minute: [null,null,null,null]
tenant_minute: [null,null,null,null]
tenant_day: [null,null,null,null]
