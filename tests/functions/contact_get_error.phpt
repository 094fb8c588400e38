--TEST--
An id that Keap does not know is an ApiException; a value that is not an id is never sent
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
try {
    infusionsoft_contact_get(7);
} catch (Infusionsoft\ApiException $error) {
    echo $error->getMessage(), "\n";
    var_dump($error->status, $error->getCode(), $error->errorCode, $error->details, $error->results, $error->body);
}
$sent = count($keap->journal());
foreach ([0, -1, '', 'abc', '1 ', "1\r\n", "1\0", '1/2', '../1', '+1', '01', '1e3', '12345678901234567890'] as $id) {
    $outcomes[] = outcome(fn () => infusionsoft_contact_get($id));
}
echo implode("\n", array_unique($outcomes)), "\n";
// No type is converted: PHP would turn 1.5 and true into contact 1.
foreach ([1.0, 1.5, true, null, [1]] as $id) {
    echo outcome(fn () => infusionsoft_contact_get($id)), "\n";
}
echo outcome(fn () => infusionsoft_contact_get(1, ['givn_name'])), "\n";
var_dump(count($keap->journal()) === $sent, $keap->violations());
?>
--EXPECT--
Keap answered 404 to GET /rest/v2/contacts/7: No contact 7 (NOT_FOUND)
int(404)
int(404)
string(9) "NOT_FOUND"
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
string(109) "{"code":404,"message":"No contact 7","status":"NOT_FOUND","details":[{"domain":"keap","resource":"contact"}]}"
ValueError: Argument #1 ($id) must be a contact id: a positive whole number as Keap gives it, as int or string
TypeError: Argument #1 ($id) must be of type string|int, float given
TypeError: Argument #1 ($id) must be of type string|int, float given
TypeError: Argument #1 ($id) must be of type string|int, bool given
TypeError: Argument #1 ($id) must be of type string|int, null given
TypeError: Argument #1 ($id) must be of type string|int, array given
ValueError: Argument #2 ($fields) must hold properties of a contact; "givn_name" is not one; did you mean "given_name"?
bool(true)
array(0) {
}
