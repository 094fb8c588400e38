--TEST--
Tokens of the documented maximum length are stored, sent and refreshed
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

// With its prefix each token has 1,664 bytes; both together have 3,328 bytes.
$keap->authorize(['token_length' => 1661]);
echo call_keap(), "\n";
$keap->options(['token_length' => 1661]);
echo infusionsoft_token_refresh(force: true)['state'], "\n";
echo call_keap(), "\n";
var_dump(infusionsoft_token_status()['last_error'], $keap->violations());
?>
--EXPECT--
called
valid
called
NULL
array(0) {
}
