--TEST--
A job that is abandoned while it waits for the refresh of a token that is still valid sends nothing
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';

$keap->authorize();
infusionsoft_request('GET', '/rest/v2/contacts'); // its connection is kept
import_due($keap);
usleep(50000); // the next slot under the limit is free
$keap->fault(['path' => '/token', 'hold' => 'before']);
$create = fn () => infusionsoft_contact_create(['email' => 'mary@example.com']);
foreach (infusionsoft_batch([$create, fn () => 'done'], ordered: false) as $result) {
    echo "$result\n";
    break;
}
$keap->wait('/token', phase: 'held');
$keap->release();
infusionsoft_request('GET', '/rest/v2/contacts'); // what left before has arrived
echo $keap->count('POST /crm/rest/v2/contacts'), " created\n";
?>
--EXPECT--
done
0 created
