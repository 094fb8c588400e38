--TEST--
A code that Keap refuses throws an AuthorizationException, and the stored grant is kept
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$uri = 'https://shop.example/callback';
$keap->authorize();
$before = infusionsoft_token_status();

$used = $keap->code($uri);
infusionsoft_authorize($used, $uri, 'other');
$cases = [
    'unknown code' => ['code-unknown', $uri],
    'code used before' => [$used, $uri],
    'another redirect URI' => [$keap->code($uri), 'https://shop.example/elsewhere'],
];
foreach ($cases as $what => [$code, $redirect]) {
    echo "$what: ", attempt(fn () => infusionsoft_authorize($code, $redirect)), "\n";
}
foreach (['status' => ['status' => 500], 'html' => [], 'hangup' => ['at' => 'after']] as $action => $more) {
    $keap->fault(['path' => '/token', 'action' => $action] + $more);
    echo "$action: ", preg_replace('/answer: .*/', 'answer: …', attempt(fn () => infusionsoft_authorize($keap->code($uri), $uri))), "\n";
}

var_dump(infusionsoft_token_status() === $before);
echo call_keap(), "\n";
echo state('other'), "\n";
?>
--EXPECT--
unknown code: Infusionsoft\AuthorizationException: Keap refused the code (invalid_grant: Invalid code). A code works once and for a few minutes, and the redirect URI must be the one it was made for; sent was "https://shop.example/callback": authorize again: send the owner to infusionsoft_authorize_url(), or give a fresh pair to infusionsoft_token_import()
code used before: Infusionsoft\AuthorizationException: Keap refused the code (invalid_grant: Invalid code). A code works once and for a few minutes, and the redirect URI must be the one it was made for; sent was "https://shop.example/callback": authorize again: send the owner to infusionsoft_authorize_url(), or give a fresh pair to infusionsoft_token_import()
another redirect URI: Infusionsoft\AuthorizationException: Keap refused the code (invalid_grant: Redirect URI does not match). A code works once and for a few minutes, and the redirect URI must be the one it was made for; sent was "https://shop.example/elsewhere": authorize again: send the owner to infusionsoft_authorize_url(), or give a fresh pair to infusionsoft_token_import()
status: Infusionsoft\ApiException: Keap's token endpoint answered 500
html: Infusionsoft\ApiException: Keap's token endpoint answered 200 with something that is not a JSON object
hangup: Infusionsoft\TransportException: A request was sent to Keap's token endpoint, which gave no complete answer: …
bool(true)
called
valid
