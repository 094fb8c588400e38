--TEST--
An expired token is refreshed before the call is sent, and the call carries the new token
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$old = import_expired($keap);
echo call_keap(), "\n";
[$refresh, $call] = $keap->journal();
echo "$refresh[method] $refresh[path], $call[method] $call[path]\n";

$new = $keap->state()['grants'][0];
$sent = fn (string $token) => $call['headers']['authorization']['sha256'] === substr(hash('sha256', $token), 0, 12);
var_dump($sent($old['access_token']), $sent(end($new['access_tokens'])));
$status = infusionsoft_token_status();
echo "$status[state] ", json_encode($status['generation'] >= 3), ' ', json_encode($status['last_error']), "\n";

// The next call needs no refresh.
echo call_keap(), ' ', posts($keap), ' ', json_encode($keap->violations()), "\n";
?>
--EXPECT--
called
POST /token, GET /crm/rest/v2/contacts
bool(false)
bool(true)
valid true null
called 1 []
