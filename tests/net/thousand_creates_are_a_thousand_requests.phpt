--TEST--
A thousand creates are a thousand POSTs, over one connection with one handshake
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
for ($i = 0; $i < 1000; $i++) {
    infusionsoft_contact_create(['email' => "$i@example.com"]);
}
$counts = $keap->counts();
var_dump($counts['requests'], $counts['connections'], $counts['handshakes'], count($keap->state()['contacts']), $counts['violations']);
?>
--EXPECT--
array(1) {
  ["POST /crm/rest/v2/contacts"]=>
  int(1000)
}
int(1)
int(1)
int(1000)
int(0)
