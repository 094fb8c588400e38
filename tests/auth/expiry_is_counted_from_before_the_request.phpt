--TEST--
expires_at counts from the time the request was sent, however long the reply takes
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$keap->authorize();
$keap->fault(['path' => '/token', 'hold' => 'after']);
$refresher = $keap->start('echo infusionsoft_token_refresh(force: true)["expires_at"];');
$keap->wait('/token', phase: 'held');
$arrived = $keap->journal('/token')[0]['time'] / 1000;
// Waits until the clock shows a later second than the one in which the request was sent.
while (time() < $arrived + 1) {
    usleep(10000);
}
$keap->release();
$expiresAt = (int) $refresher->output();
var_dump($expiresAt <= $arrived + 86399, $expiresAt > $arrived + 86399 - 60);
var_dump($expiresAt === infusionsoft_token_status()['expires_at']);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
