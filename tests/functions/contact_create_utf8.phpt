--TEST--
Text in any script is sent and returned unchanged
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
// 40 characters, the maximum of this field: 80, 120 and 160 bytes.
foreach (['é', '語', '🦊', "\u{85}"] as $character) {
    $name = str_repeat($character, 40);
    $created = infusionsoft_contact_create(['email' => 'a@example.com', 'given_name' => $name]);
    var_dump($created['given_name'] === $name);
}
$name = "O'Brien \"Ann\" </script> \\ & Söhne";
$created = infusionsoft_contact_create(['email' => 'ünïcode@exämple.com', 'family_name' => $name]);
var_dump($created['family_name'] === $name, $created['email_addresses'][0]['email']);
var_dump($keap->violations());
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
string(22) "ünïcode@exämple.com"
array(0) {
}
