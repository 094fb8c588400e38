--TEST--
After a lost reply, the refresh token is not sent again before the access token has expired
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

// Keap replaces the token, and its reply does not arrive.
$lost = ['path' => '/token', 'action' => 'hangup', 'at' => 'after'];
import_due($keap);
$keap->fault($lost);
echo call_keap(), "\n";
wait_until(fn () => infusionsoft_token_status()['last_error'] !== null);
$status = infusionsoft_token_status();
echo $status['state'], ' ', strtok($status['last_error'], ':'), "\n";
echo call_keap(), ' ', call_keap(), ' ', infusionsoft_token_refresh()['state'], ' ', posts($keap), "\n";
echo without_times(attention()), "\n";

// With an expired token the refresh token must be tried again, and the message says why a person must authorize.
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
valid A request was sent to Keap's token endpoint, which gave no complete answer
called called valid 1
A refresh of account "default", begun on <time>, got no answer: Keap may have replaced the refresh token. It is sent again on <time>. To be sure, authorize again: send the owner to infusionsoft_authorize_url(), or give a fresh pair to infusionsoft_token_import()
A request was sent to Keap's token endpoint, which gave no complete answer true
expired
Infusionsoft\AuthorizationException: Keap refused the refresh token on <time> (invalid_grant: Invalid refresh token). A refresh begun on <time> got no answer: Keap had replaced the token then. A person must authorize again: send the owner to infusionsoft_authorize_url(), or give a fresh pair to infusionsoft_token_import(). The refresh is tried again on <time>; infusionsoft_token_refresh(force: true) tries at once
reauthorization_required
