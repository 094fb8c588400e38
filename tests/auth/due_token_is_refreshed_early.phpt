--TEST--
A token that is due is refreshed by whoever calls next, once
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_due($keap);
echo state(), ' ', call_keap(), "\n";
// On a slow machine the exchange may still be under way: this waits for it, and begins none of its own.
echo infusionsoft_token_refresh()['state'], ' ', posts($keap), "\n";
echo call_keap(), ' ', posts($keap), ' ', json_encode($keap->violations()), "\n";
?>
--EXPECT--
refresh_due called
valid 1
called 1 []
