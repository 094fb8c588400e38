--TEST--
A refusal by Keap is an ApiException that holds the reply
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
try {
    // Longer than the addresses that Keap takes; the description does not state that limit.
    infusionsoft_contact_create(['email' => str_repeat('x', 70) . '@example.com']);
} catch (Infusionsoft\ApiException $error) {
    echo get_class($error), "\n", $error->getMessage(), "\n";
    var_dump($error->getCode(), $error->status, $error->errorCode, $error->details, $error->results);
    var_dump(json_decode($error->body, true)['message']);
}
var_dump(count($keap->journal()), $keap->state()['contacts'], $keap->violations());
?>
--EXPECT--
Infusionsoft\ApiException
Keap answered 400 to POST /rest/v2/contacts: EMAIL1: longer than 75 characters (INVALID_ARGUMENT)
int(400)
int(400)
string(16) "INVALID_ARGUMENT"
array(1) {
  [0]=>
  array(2) {
    ["domain"]=>
    string(4) "keap"
    ["resource"]=>
    string(7) "contact"
  }
}
array(0) {
}
string(33) "EMAIL1: longer than 75 characters"
int(1)
array(0) {
}
array(0) {
}
