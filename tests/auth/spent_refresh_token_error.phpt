--TEST--
When Keap refuses the refresh token, the exception says when, and that a person must authorize; Keap is not asked again in the pause before the next try
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_expired($keap);
$keap->revoke();
$line = call_keap();
preg_match('/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/', $line, $found);
echo without_times($line), "\n";
var_dump(abs(strtotime($found[0]) - time()) < 300);

$status = infusionsoft_token_status();
echo $status['state'], ' ', json_encode(str_starts_with(explode(': ', $line, 2)[1], $status['last_error'])), ' ', json_encode(attention() === explode(': ', $line, 2)[1]), "\n";
// The refusal is stored, so Keap is not asked again.
var_dump(call_keap() === $line, attempt(fn () => infusionsoft_token_refresh()) === $line);
echo posts($keap), "\n";

// A new grant replaces the refused one.
$keap->authorize();
echo state(), ' ', call_keap(), "\n";
var_dump(infusionsoft_token_status()['last_error']);
?>
--EXPECT--
Infusionsoft\AuthorizationException: Keap refused the refresh token on <time> (invalid_grant: Invalid refresh token). A person must authorize again: send the owner to infusionsoft_authorize_url(), or give a fresh pair to infusionsoft_token_import(). The refresh is tried again on <time>; infusionsoft_token_refresh(force: true) tries at once
bool(true)
reauthorization_required true true
bool(true)
bool(true)
1
valid called
NULL
