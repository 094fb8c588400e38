--TEST--
At the end of a request every due or expired account is refreshed
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_due($keap, 'due');
import_expired($keap, 'expired');
$keap->authorize(account: 'good');
echo $keap->php('echo infusionsoft_token_status("good")["state"];'), "\n";
$keap->wait('/token', 2, 'ended');
foreach (['due', 'expired', 'good'] as $account) {
    echo "$account ", infusionsoft_token_refresh(account: $account)['state'], "\n";
}
echo posts($keap), "\n";
?>
--EXPECT--
valid
due valid
expired valid
good valid
2
