--TEST--
A call that Keap refuses with 401 even after a refresh throws an AuthorizationException that names the credential; no other refresh is tried within a minute
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$keap->authorize();
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 401, 'times' => 0, 'body' => ['code' => 401, 'status' => 'UNAUTHENTICATED', 'message' => 'No', 'details' => []]]);
foreach (range(1, 3) as $ignored) {
    echo $line = call_keap(), "\n", posts($keap), ' refresh, ', $keap->count('GET /crm/rest/v2/contacts'), " calls\n";
}
// The refusal is remembered, until the next good reply.
$status = infusionsoft_token_status();
echo $status['state'], ' ', json_encode("Infusionsoft\AuthorizationException: $status[last_error]" === $line), ' ';
var_dump(attention() === $status['last_error']);
$keap->clearFaults();
echo call_keap(), ' ', posts($keap), "\n";
$status = infusionsoft_token_status();
echo $status['state'], ' ', json_encode([$status['last_error'], attention()]), "\n";
?>
--EXPECT--
Infusionsoft\AuthorizationException: Keap refused the access token of account "default" (401), which a refresh had just brought. Check in Keap that the application and the user who authorized it are active; then authorize again: send the owner to infusionsoft_authorize_url(), or give a fresh pair to infusionsoft_token_import()
1 refresh, 2 calls
Infusionsoft\AuthorizationException: Keap refused the access token of account "default" (401), which a refresh had just brought. Check in Keap that the application and the user who authorized it are active; then authorize again: send the owner to infusionsoft_authorize_url(), or give a fresh pair to infusionsoft_token_import()
1 refresh, 3 calls
Infusionsoft\AuthorizationException: Keap refused the access token of account "default" (401), which a refresh had just brought. Check in Keap that the application and the user who authorized it are active; then authorize again: send the owner to infusionsoft_authorize_url(), or give a fresh pair to infusionsoft_token_import()
1 refresh, 4 calls
reauthorization_required true bool(true)
called 1
valid [null,"none"]
