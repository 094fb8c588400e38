--TEST--
After a reply that was lost, the access token is used to its end before the refresh token is shown again
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

// Keap rotates, and its answer does not arrive.
$lost = ['path' => '/token', 'action' => 'hangup', 'at' => 'after'];
import_due($keap);
$keap->fault($lost);
echo call_keap(), "\n";
wait_until(fn () => infusionsoft_token_status()['last_error'] !== null);
$status = infusionsoft_token_status();
echo $status['state'], ' ', strtok($status['last_error'], ':'), "\n";
echo call_keap(), ' ', call_keap(), ' ', infusionsoft_token_refresh()['state'], ' ', posts($keap), "\n";

// With an expired token there is no other way than to try, and then it is known why a person is needed.
import_expired($keap, 'other');
$keap->fault($lost);
try {
    infusionsoft_token_refresh(account: 'other');
} catch (Infusionsoft\TransportException $error) {
    echo strtok($error->getMessage(), ':'), ' ', json_encode($error->maySent), "\n";
}
echo state('other'), "\n";
echo without_times(attempt(fn () => infusionsoft_token_refresh(true, 'other'))), "\n";
echo state('other'), "\n";
?>
--EXPECT--
called
valid Keap's token endpoint was asked and gave no whole answer
called called valid 1
Keap's token endpoint was asked and gave no whole answer true
expired
Infusionsoft\AuthorizationException: Keap refused the refresh token on <time> (invalid_grant: Invalid refresh token). A refresh begun on <time> got no answer: Keap had replaced the token then. A person must authorize again: send the owner to infusionsoft_authorize_url(), or give a fresh pair to infusionsoft_token_import()
reauthorization_required
