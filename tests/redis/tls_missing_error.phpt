--TEST--
A build without TLS for Redis refuses rediss://, and says what to do
--SKIPIF--
<?php
require __DIR__ . '/skipif.inc';
require __DIR__ . '/tls.inc';
str_contains(tls_obstacle(), 'this build has no TLS') ?: print 'skip this build has TLS for Redis';
?>
--FILE--
<?php
$settings = ['infusionsoft.shared_store' => 'rediss://user:hidden@127.0.0.1'];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';

echo call_keap(), "\n";
?>
--EXPECT--
Infusionsoft\ConfigurationException: infusionsoft.shared_store asks for TLS (rediss://), but this build has no TLS for Redis: build the extension again with hiredis 1.0 or later and its SSL part, or use redis:// in a private network
