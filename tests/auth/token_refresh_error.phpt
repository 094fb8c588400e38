--TEST--
infusionsoft_token_refresh() says what a person must do if there is no grant
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

echo attempt(fn () => infusionsoft_token_refresh()), "\n";
$keap->authorize();
echo attempt(fn () => infusionsoft_token_refresh(true, 'other')), "\n";
infusionsoft_token_forget();
echo attempt(fn () => infusionsoft_token_refresh()), "\n";
echo call_keap(), "\n";
echo count($keap->journal()), " requests\n";
?>
--EXPECT--
Infusionsoft\AuthorizationException: There is no grant for account "default": send the owner of the Keap application to infusionsoft_authorize_url(), import a token pair with infusionsoft_token_import(), or set infusionsoft.api_key
Infusionsoft\AuthorizationException: There is no grant for account "other": send the owner of the Keap application to infusionsoft_authorize_url(), import a token pair with infusionsoft_token_import(), or set infusionsoft.api_key
Infusionsoft\AuthorizationException: There is no grant for account "default": send the owner of the Keap application to infusionsoft_authorize_url(), import a token pair with infusionsoft_token_import(), or set infusionsoft.api_key
Infusionsoft\AuthorizationException: There is no grant for account "default": send the owner of the Keap application to infusionsoft_authorize_url(), import a token pair with infusionsoft_token_import(), or set infusionsoft.api_key
0 requests
