--TEST--
If the exchange is killed after it stored the new pair but before it reported it, no call fails (killed in developers' builds only)
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_expired($keap);
// The exchange writes twice: the begin mark, and the new pair.
putenv('INFUSIONSOFT_CRASH_POINT=header_synced:kill:2');
echo $keap->php(CALL);
echo posts($keap), ' refresh, ', state(), ' ', infusionsoft_token_status()['last_error'] ?? 'no error', "\n";
?>
--EXPECT--
ready
called
1 refresh, valid no error
