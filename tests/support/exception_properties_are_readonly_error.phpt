--TEST--
The properties of an exception are readonly
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.retries' => 0, 'infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';

$caught = [];
foreach ([['action' => 'status', 'status' => 404], ['action' => 'spike', 'retry_after' => 9], ['action' => 'hangup', 'at' => 'after']] as $fault) {
    infusionsoft_token_import(['api_key' => "key-$fault[action]"]); // who shares one is held back after the 429
    $keap->fault(['path' => '/crm'] + $fault);
    try {
        infusionsoft_contact_create(['email' => 'ann@example.com']);
    } catch (Infusionsoft\Exception $error) {
        $caught[] = $error;
    }
}
foreach ($caught as $error) {
    echo $error::class, ' ';
    foreach (['status', 'errorCode', 'details', 'body', 'results', 'requestId', 'retryAfter', 'maySent'] as $name) {
        if (property_exists($error, $name)) {
            echo "$name=", is_scalar($error->$name) ? json_encode($error->$name) : gettype($error->$name), ' ';
            try {
                $error->$name = $error->$name;
                echo "written ";
            } catch (Error $refused) {
            }
        }
    }
    echo "\n";
}
?>
--EXPECT--
Infusionsoft\ApiException status=404 errorCode=NULL details=array body="" results=array requestId=NULL maySent=false 
Infusionsoft\RateLimitException status=429 errorCode="policies.ratelimit.SpikeArrestViolation" details=array body="{\"fault\":{\"faultstring\":\"Spike arrest violation. Allowed rate : 25ps\",\"detail\":{\"errorcode\":\"policies.ratelimit.SpikeArrestViolation\"}}}" results=array requestId=NULL retryAfter=9 maySent=false 
Infusionsoft\TransportException maySent=true
