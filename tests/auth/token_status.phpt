--TEST--
infusionsoft_token_status() distinguishes missing, valid, refresh_due and expired, and sends nothing
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$now = time();
$token = $keap->grant();
echo json_encode(infusionsoft_token_status()), "\n";
echo count(scandir($keap->storePath())) - 2, " files\n";

// A token with a lifetime of 24 hours is due three hours before its expiry, and at most 18 minutes earlier.
foreach (['valid' => 11900, 'refresh_due' => 10700, 'expired' => -1] as $state => $left) {
    $status = infusionsoft_token_import(['expires_at' => $now + $left] + $token, $state);
    echo "$status[account]: $status[state] ", $status['expires_at'] - $now, "\n";
}
// A short-lived token is due an eighth of its lifetime before its expiry.
foreach (['valid' => 700, 'refresh_due' => 400] as $state => $left) {
    $status = infusionsoft_token_import(['expires_in' => 4000, 'expires_at' => $now + $left] + $token, "short $state");
    echo "$status[account]: $status[state]\n";
}
// The margin is a setting and can change at run time.
ini_set('infusionsoft.refresh_margin', 0);
echo state('refresh_due'), "\n";

echo json_encode(infusionsoft_token_status('expired') === infusionsoft_token_status(account: 'expired')), "\n";
echo implode(' ', array_keys($status)), "\n";
echo count($keap->journal()), " requests\n";
?>
--EXPECT--
{"account":"default","kind":null,"state":"missing","application":null,"expires_at":null,"refreshed_at":null,"generation":0,"last_error":null,"needs_attention":true,"attention":"There is no grant for account \"default\": send the owner of the Keap application to infusionsoft_authorize_url(), import a token pair with infusionsoft_token_import(), or set infusionsoft.api_key"}
0 files
valid: valid 11900
refresh_due: refresh_due 10700
expired: expired -1
short valid: valid
short refresh_due: refresh_due
valid
true
account kind state application expires_at refreshed_at generation last_error needs_attention attention
0 requests
