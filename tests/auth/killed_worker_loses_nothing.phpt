--TEST--
kill -9 of the worker during an exchange loses nothing: the next process uses the new grant, after one refresh in all
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_expired($keap);
// Keap has replaced the token, and its reply is not yet sent when the worker is killed.
$keap->fault(['path' => '/token', 'hold' => 'after']);
$worker = $keap->start(CALL);
$keap->wait('/token', phase: 'held');
$worker->kill(9);
echo $worker->output();

$next = $keap->start(CALL);
echo $next->line(), "\n";
echo $keap->release(['path' => '/token']), " released\n";
echo $next->output();
echo posts($keap), ' refresh, ', $keap->count('GET /crm/rest/v2/contacts'), " call\n";
echo state(), ' ', $keap->counts()['grants_killed'], "\n";
?>
--EXPECT--
ready
ready
1 released
called
1 refresh, 1 call
valid 0
