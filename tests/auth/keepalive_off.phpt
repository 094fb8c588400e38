--TEST--
With infusionsoft.keepalive=Off, a script that makes no call does not refresh a due token
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_due($keap);
echo $keap->php('echo infusionsoft_token_status()["state"];', ['infusionsoft.keepalive' => 'Off']), "\n";
echo posts($keap), "\n";
// With the setting On the same script refreshes: the setting made the difference.
echo $keap->php('echo infusionsoft_token_status()["state"];', ['infusionsoft.keepalive' => 'On']), "\n";
$keap->wait('/token');
echo posts($keap), "\n";
?>
--EXPECT--
refresh_due
0
refresh_due
1
