--TEST--
A build without Redis refuses infusionsoft.shared_store, and says what to do
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
ob_start();
phpinfo(INFO_MODULES);
str_contains(ob_get_clean(), 'Redis => not in this build') ?: print 'skip this build has Redis';
?>
--FILE--
<?php
$settings = ['infusionsoft.shared_store' => 'redis://user:hidden@127.0.0.1'];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';

echo attempt(fn () => infusionsoft_token_import($keap->grant())), "\n";
echo call_keap(), "\n";
?>
--EXPECT--
Infusionsoft\ConfigurationException: infusionsoft.shared_store is set, but this build has no support for Redis: install libhiredis-dev (its name on Debian) and build the extension again, or remove the setting
Infusionsoft\ConfigurationException: infusionsoft.shared_store is set, but this build has no support for Redis: install libhiredis-dev (its name on Debian) and build the extension again, or remove the setting
