--TEST--
While the exchange of a killed worker runs, no other process starts one
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_due($keap);
$keap->fault(['path' => '/token', 'hold' => 'before']);
$worker = $keap->start(CALL);
$keap->wait('/token', phase: 'held');
$worker->kill(9);
$worker->output();

// The token is still valid, so a call goes on without a refresh. A forced refresh waits for the exchange and uses its new pair.
echo $keap->php(CALL), posts($keap), "\n";
$forced = $keap->start('require "' . __DIR__ . '/grants.inc"; echo "ready\n"; echo infusionsoft_token_refresh(force: true)["state"], "\n";');
echo $forced->line(), "\n";
$keap->release();
echo $forced->output(), posts($keap), "\n";
?>
--EXPECT--
ready
called
1
ready
valid
1
