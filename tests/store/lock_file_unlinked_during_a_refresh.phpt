--TEST--
If the lock file is unlinked during a refresh, a second process can refresh, and the failure of the first does not undo it
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';

import_expired($keap);
// The second process also sends a refresh. The refusal that the first process then gets must not replace the newer token pair.
$refusal = ['status' => 400, 'body' => ['error' => 'invalid_grant', 'error_description' => 'Invalid refresh token']];
$keap->fault(['path' => '/token', 'hold' => 'before', 'action' => 'status'] + $refusal);
$first = $keap->start(CALL);
$keap->wait('/token', phase: 'held');
unlink($keap->storePath() . '/lock-ranges');
echo $keap->php(CALL);
$status = infusionsoft_token_status();
$keap->release();
echo $first->output();
var_dump(infusionsoft_token_status() === $status, posts($keap));
echo infusionsoft_token_refresh(force: true)['state'], ' ', call_keap(), "\n";
?>
--EXPECT--
ready
called
ready
called
bool(true)
int(2)
valid called
