--TEST--
A 401 is answered with a refresh and one more try, for every kind of call
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
// Even where nothing else is tried again.
$settings = ['infusionsoft.retries' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

foreach ([
    'create' => fn () => infusionsoft_contact_create(['email' => 'a@b'], null, ['id'], 'create'),
    'get' => fn () => infusionsoft_contact_get(1001, ['id'], 'get'),
] as $account => $call) {
    $keap->authorize([], $account);
    $keap->expire();
    $before = count($keap->journal('/crm'));
    echo "$account: ", outcome($call), ', tries: ', count($keap->journal('/crm')) - $before, "\n";
}
echo json_encode($keap->counts()['refreshes']), "\n";

// Keap refuses the new token as well: that is the answer.
$keap->authorize([], 'refused');
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 401, 'times' => 0]);
$before = count($keap->journal('/crm'));
echo 'refused: ', outcome(fn () => infusionsoft_contact_get(1001, account: 'refused'));
echo ', tries: ', count($keap->journal('/crm')) - $before, "\n";
$keap->clearFaults();

// The try that met the 401 takes nothing from the others, and adds nothing to them.
$keap->authorize([], 'down');
$keap->expire();
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 503, 'after' => 1, 'times' => 0]);
foreach (['0', '1'] as $retries) {
    ini_set('infusionsoft.retries', $retries);
    $before = count($keap->journal('/crm'));
    echo "$retries retries: ", outcome(fn () => infusionsoft_contact_get(1001, account: 'down'));
    echo ', tries: ', count($keap->journal('/crm')) - $before, "\n";
}
var_dump(count($keap->state()['contacts']), $keap->violations());
?>
--EXPECT--
create: {"id":"1001"}, tries: 2
get: {"id":"1001"}, tries: 2
{"ok":2,"refused":0}
refused: AuthorizationException: Keap refused the access token of account "refused" (401), which a refresh had just brought. Check in Keap that the application and the user who authorized it are active; then authorize again: send the owner to infusionsoft_authorize_url(), or give a fresh pair to infusionsoft_token_import(), tries: 2
0 retries: ApiException 503 null, tries: 2
1 retries: ApiException 503 null, tries: 2
int(1)
array(0) {
}
