--TEST--
infusionsoft_authorize() exchanges the code for a grant and sends client_id and client_secret in the body
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$uri = 'https://shop.example/keap/callback?a=1&b=%20+';
$before = time();
$status = infusionsoft_authorize($keap->code($uri), $uri);
$after = time();

echo json_encode(array_diff_key($status, ['expires_at' => 0, 'refreshed_at' => 0, 'generation' => 0])), "\n";
var_dump($status['expires_at'] >= $before + 86399 && $status['expires_at'] <= $after + 86399);
var_dump($status['refreshed_at'] >= $before && $status['refreshed_at'] <= $after);
var_dump($status === infusionsoft_token_status());

[$post] = $keap->journal('/token');
echo implode(' ', array_keys($post['body'])), "\n";
echo $post['body']['grant_type'], ' ', $post['body']['redirect_uri'] === $uri ? 'same URI' : $post['body']['redirect_uri'], "\n";
var_dump(isset($post['headers']['authorization']));

echo call_keap(), "\n";
var_dump($keap->violations());
?>
--EXPECT--
{"account":"default","kind":"oauth2","state":"valid","application":"test.infusionsoft.com","last_error":null,"needs_attention":false,"attention":null}
bool(true)
bool(true)
bool(true)
client_id client_secret code grant_type redirect_uri
authorization_code same URI
bool(false)
called
array(0) {
}
