--TEST--
Without client_id or client_secret nothing is sent, and the message names the settings
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_expired($keap);
$code = 'require "' . __DIR__ . '/grants.inc";
    echo attempt(fn () => infusionsoft_authorize("code", "https://shop.example/")), "\n";
    echo attempt(fn () => infusionsoft_token_refresh(force: true)), "\n";
    echo call_keap(), "\n";';
echo $keap->php($code, ['infusionsoft.client_id' => null]);
echo $keap->php($code, ['infusionsoft.client_secret' => null]);
echo $keap->php($code, ['infusionsoft.token_url' => 'http://keap.example/token']);
echo count($keap->journal()), " requests\n";
?>
--EXPECT--
Infusionsoft\ConfigurationException: infusionsoft.client_id and infusionsoft.client_secret must be set in php.ini: they are the keys of the application registered with Keap
Infusionsoft\ConfigurationException: infusionsoft.client_id and infusionsoft.client_secret must be set in php.ini: they are the keys of the application registered with Keap
Infusionsoft\ConfigurationException: infusionsoft.client_id and infusionsoft.client_secret must be set in php.ini: they are the keys of the application registered with Keap
Infusionsoft\ConfigurationException: infusionsoft.client_id and infusionsoft.client_secret must be set in php.ini: they are the keys of the application registered with Keap
Infusionsoft\ConfigurationException: infusionsoft.client_id and infusionsoft.client_secret must be set in php.ini: they are the keys of the application registered with Keap
Infusionsoft\ConfigurationException: infusionsoft.client_id and infusionsoft.client_secret must be set in php.ini: they are the keys of the application registered with Keap
Infusionsoft\ConfigurationException: infusionsoft.token_url must be an https:// URL without user and query (http:// only to this machine); remove the setting for Keap's own
Infusionsoft\ConfigurationException: infusionsoft.token_url must be an https:// URL without user and query (http:// only to this machine); remove the setting for Keap's own
Infusionsoft\ConfigurationException: infusionsoft.token_url must be an https:// URL without user and query (http:// only to this machine); remove the setting for Keap's own
0 requests
