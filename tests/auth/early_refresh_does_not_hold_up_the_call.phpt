--TEST--
While the token endpoint hangs, calls continue with the token that is still valid
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_due($keap);
$keap->fault(['path' => '/token', 'hold' => 'before']);

echo call_keap(), "\n";
$keap->wait('/token', phase: 'held');
// Calls of this process and of another one while the exchange runs.
echo call_keap(), "\n", $keap->php(CALL);
echo posts($keap), "\n";

$keap->release(['path' => '/token']);
echo infusionsoft_token_refresh()['state'], ' ', posts($keap), "\n";
echo call_keap(), ' ', json_encode($keap->violations()), "\n";
?>
--EXPECT--
called
called
ready
called
1
valid 1
called []
