--TEST--
Without a store, a process and its forked children share one pacing clock
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (!function_exists('pcntl_fork')) {
    echo 'skip needs pcntl';
}
?>
--FILE--
<?php
$settings = ['infusionsoft.max_wait_ms' => 0];
require __DIR__ . '/../keap/keap.inc';

// Nothing is left of the minute. Not so near its end that it could be over before the test.
while (time() % 60 > 40) {
    usleep(100000);
}
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 200, 'body' => [], 'headers' => ['x-keap-product-throttle-available' => '0'], 'times' => 0]);
echo $keap->php('
    $call = function (): string {
        try {
            infusionsoft_request("GET", "/rest/v2/contacts");
            return "called\n";
        } catch (Infusionsoft\RateLimitException) {
            return "not its turn\n";
        }
    };
    // As the workers of FPM, who never saw each other.
    foreach (range(1, 2) as $ignored) {
        if (($child = pcntl_fork()) === 0) {
            echo $call();
            exit;
        }
        pcntl_waitpid($child, $status);
    }
', ['infusionsoft.api_key' => $keap->apiKey, 'infusionsoft.store_path' => '/nowhere']);
?>
--EXPECT--
called
not its turn
