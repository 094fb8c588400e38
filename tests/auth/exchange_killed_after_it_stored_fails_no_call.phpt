--TEST--
An exchange that is killed after it stored the new pair, before it could say so, fails nobody (killed in developers' builds only)
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_expired($keap);
// It writes twice: the mark that it began, and the new pair.
putenv('INFUSIONSOFT_CRASH_POINT=header_synced:kill:2');
echo $keap->php(CALL);
echo posts($keap), ' refresh, ', state(), ' ', infusionsoft_token_status()['last_error'] ?? 'no error', "\n";
?>
--EXPECT--
ready
called
1 refresh, valid no error
