--TEST--
A connection that Keap closed while it was idle is replaced; no call is lost or sent twice
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.retries' => 0];
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
infusionsoft_contact_create(['email' => 'first@example.com']);
$keap->closeIdle();
infusionsoft_contact_create(['email' => 'second@example.com']);
$keap->closeIdle();
infusionsoft_contact_get(1001);
var_dump(count($keap->state()['contacts']), count($keap->journal()), $keap->counts()['handshakes'], $keap->violations());
?>
--EXPECT--
int(2)
int(3)
int(3)
array(0) {
}
