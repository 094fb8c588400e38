--TEST--
A call that Keap refuses with 401 even after a refresh throws an ApiException; no other refresh is tried within a minute
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$keap->authorize();
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 401, 'times' => 0, 'body' => ['code' => 401, 'status' => 'UNAUTHENTICATED', 'message' => 'No', 'details' => []]]);
foreach (range(1, 3) as $ignored) {
    try {
        infusionsoft_request('GET', '/rest/v2/contacts');
    } catch (Infusionsoft\ApiException $error) {
        echo "$error->status $error->errorCode: ", posts($keap), ' refresh, ', $keap->count('GET /crm/rest/v2/contacts'), " calls\n";
    }
}
$keap->clearFaults();
echo call_keap(), ' ', posts($keap), "\n";
?>
--EXPECT--
401 UNAUTHENTICATED: 1 refresh, 2 calls
401 UNAUTHENTICATED: 1 refresh, 3 calls
401 UNAUTHENTICATED: 1 refresh, 4 calls
called 1
