--TEST--
Tokens of the longest length that is promised are stored, sent and refreshed
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

// With their prefixes 1,664 bytes each, 3,328 together.
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
