--TEST--
If an early refresh fails, the call succeeds, the failure is stored, and the next refresh waits for the back-off
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_due($keap);
$keap->fault(['path' => '/token', 'action' => 'status', 'status' => 503, 'times' => 0]);
echo call_keap(), "\n";
wait_until(fn () => infusionsoft_token_status()['last_error'] !== null);
echo posts($keap), ' ';
$status = infusionsoft_token_status();
echo "$status[state]: $status[last_error]\n";

// Each failure in a row doubles the back-off: after five it is 32 s, for every process.
while (posts($keap) < 5) {
    attempt(fn () => infusionsoft_token_refresh(force: true));
}
echo call_keap(), ' ', call_keap(), ' ', posts($keap), "\n";
echo $keap->php(CALL), posts($keap), "\n";

// The first refresh that succeeds ends the back-off.
$keap->clearFaults();
echo infusionsoft_token_refresh(force: true)['state'], "\n";
var_dump(infusionsoft_token_status()['last_error']);
?>
--EXPECT--
called
1 refresh_due: Keap's token endpoint answered 503
called called 5
ready
called
5
valid
NULL
