--TEST--
A client_id unknown to Keap throws a ConfigurationException, and the grant is kept
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_expired($keap);
$wrong = ['infusionsoft.client_secret' => 'not-the-secret'];
// The next call is not sent, and says the same.
echo $keap->php(CALL . ' echo call_keap(), "\n";', $wrong);
var_dump(posts($keap), infusionsoft_token_status()['needs_attention']);
echo state(), ': ', infusionsoft_token_status()['last_error'], "\n";
echo attention(), "\n";

$uri = 'https://shop.example/';
$code = $keap->code($uri);
echo $keap->php('require "' . __DIR__ . '/grants.inc"; echo attempt(fn () => infusionsoft_authorize("' . $code . '", "' . $uri . '")), "\n";', $wrong);

// With the right secret the refresh succeeds.
echo infusionsoft_token_refresh(force: true)['state'], ' ', call_keap(), ' ', attention(), "\n";
echo $keap->counts()['grants_killed'], "\n";
?>
--EXPECT--
ready
Infusionsoft\ConfigurationException: Keap does not know the application (invalid_client): check infusionsoft.client_id and infusionsoft.client_secret in php.ini, and put a value that holds ; or = in double quotes
Infusionsoft\ConfigurationException: Keap does not know the application (invalid_client): check infusionsoft.client_id and infusionsoft.client_secret in php.ini, and put a value that holds ; or = in double quotes
int(1)
bool(true)
expired: Keap does not know the application (invalid_client): check infusionsoft.client_id and infusionsoft.client_secret in php.ini, and put a value that holds ; or = in double quotes
Keap does not know the application (invalid_client): check infusionsoft.client_id and infusionsoft.client_secret in php.ini, and put a value that holds ; or = in double quotes; then infusionsoft_token_refresh(force: true) tries again
Infusionsoft\ConfigurationException: Keap does not know the application (invalid_client): check infusionsoft.client_id and infusionsoft.client_secret in php.ini, and put a value that holds ; or = in double quotes
valid called none
0
