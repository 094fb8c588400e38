--TEST--
A script can set infusionsoft.account to any name without a NUL
--INI--
infusionsoft.account=default
infusionsoft.retries=3
infusionsoft.store_path=/nonexistent
--FILE--
<?php
var_dump(ini_set('infusionsoft.account', "one\0two"), ini_get('infusionsoft.account'));
var_dump(ini_set('infusionsoft.account', 'shop'), infusionsoft_token_status()['account']);
var_dump(infusionsoft_token_status('other')['account']);
ini_restore('infusionsoft.account');
var_dump(infusionsoft_token_status()['account']);
var_dump(ini_set('infusionsoft.refresh_margin', '-1'), ini_set('infusionsoft.retries', '-1'), ini_get('infusionsoft.retries'));
?>
--EXPECT--
bool(false)
string(7) "default"
string(7) "default"
string(4) "shop"
string(5) "other"
string(7) "default"
bool(false)
bool(false)
string(1) "3"
