--TEST--
If Keap refuses a call with 401 and then the refresh too, the exception says that a person must authorize again
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_due($keap);
$keap->revoke();
echo without_times(call_keap()), "\n", state(), "\n";
echo without_times(call_keap()), "\n";
// The 401 does not shorten the pause before the next try of the refresh; force does.
echo posts($keap), "\n";
attempt(fn () => infusionsoft_token_refresh(force: true));
echo posts($keap), ' refresh, ', $keap->count('GET /crm/rest/v2/contacts'), " calls\n";
?>
--EXPECT--
Infusionsoft\AuthorizationException: Keap refused the refresh token on <time> (invalid_grant: Invalid refresh token). A person must authorize again: send the owner to infusionsoft_authorize_url(), or give a fresh pair to infusionsoft_token_import(). The refresh is tried again on <time>; infusionsoft_token_refresh(force: true) tries at once
reauthorization_required
Infusionsoft\AuthorizationException: Keap refused the refresh token on <time> (invalid_grant: Invalid refresh token). A person must authorize again: send the owner to infusionsoft_authorize_url(), or give a fresh pair to infusionsoft_token_import(). The refresh is tried again on <time>; infusionsoft_token_refresh(force: true) tries at once
1
2 refresh, 2 calls
