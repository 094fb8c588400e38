--TEST--
When an early refresh fails, the call goes on, the failure is on record, and the next waits for its time
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

// Failures in a row make the wait longer: after five it is half a minute, for every process.
while (posts($keap) < 5) {
    attempt(fn () => infusionsoft_token_refresh(force: true));
}
echo call_keap(), ' ', call_keap(), ' ', posts($keap), "\n";
echo $keap->php(CALL), posts($keap), "\n";

// The first that works ends it.
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
