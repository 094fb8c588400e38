--TEST--
A due token is refreshed once, by the next call of any process
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_due($keap);
echo state(), ' ', call_keap(), "\n";
// On a slow machine the exchange may still run: this call waits for it and starts no other.
echo infusionsoft_token_refresh()['state'], ' ', posts($keap), "\n";
echo call_keap(), ' ', posts($keap), ' ', json_encode($keap->violations()), "\n";
?>
--EXPECT--
refresh_due called
valid 1
called 1 []
