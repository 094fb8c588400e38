--TEST--
After a refused refresh, calls continue until the access token expires
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$token = import_due($keap);
$keap->fault(['path' => '/token', 'action' => 'status', 'status' => 400, 'times' => 0, 'body' => ['error' => 'invalid_grant', 'error_description' => 'Gone']]);
echo call_keap(), "\n";
wait_until(fn () => state() === 'reauthorization_required');
$status = infusionsoft_token_status();
echo without_times($status['last_error']), "\n";
echo $status['state'], ' ', json_encode($status['expires_at'] === $token['expires_at']), "\n";
echo call_keap(), ' ', call_keap(), ' ', posts($keap), "\n";

// Keap has been seen to refuse in this form too.
import_due($keap);
$keap->clearFaults();
$keap->fault(['path' => '/token', 'action' => 'status', 'status' => 400, 'body' => ['error' => 'invalid_request', 'error_description' => 'Invalid Refresh Token']]);
echo call_keap(), ' ';
wait_until(fn () => state() === 'reauthorization_required');
echo state(), ' ', call_keap(), "\n";
?>
--EXPECT--
called
Keap refused the refresh token on <time> (invalid_grant: Gone). A person must authorize again: send the owner to infusionsoft_authorize_url(), or give a fresh pair to infusionsoft_token_import()
reauthorization_required true
called called 1
called reauthorization_required called
