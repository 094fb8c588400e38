--TEST--
infusionsoft_token_refresh() refreshes a due token, and with force any token
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$keap->authorize();
$status = infusionsoft_token_refresh();
echo posts($keap), " $status[generation]\n";

$before = time();
$status = infusionsoft_token_refresh(force: true);
echo posts($keap), " $status[state] ", json_encode($status['expires_at'] >= $before + 86399), "\n";
var_dump($status === infusionsoft_token_status());

$status = import_due($keap, 'due');
echo infusionsoft_token_refresh(account: 'due')['state'], ' ', posts($keap), "\n";

import_expired($keap, 'expired');
echo infusionsoft_token_refresh(false, 'expired')['state'], ' ', posts($keap), "\n";

// An API key is never refreshed.
infusionsoft_token_import(['api_key' => $keap->apiKey], 'key');
echo infusionsoft_token_refresh(true, 'key')['kind'], ' ', posts($keap), "\n";

// client_id and client_secret are sent as HTTP Basic, and the next refresh sends the refresh token of this reply.
$post = $keap->journal('/token')[0];
echo implode(' ', array_keys($post['body'])), ' ', $post['headers']['authorization']['kind'], "\n";
infusionsoft_token_refresh(force: true);
echo call_keap(), ' ', json_encode($keap->violations()), ' ', $keap->counts()['refreshes']['ok'], "\n";
?>
--EXPECT--
0 1
1 valid true
bool(true)
valid 2
valid 3
api_key 3
grant_type refresh_token Basic
called [] 4
