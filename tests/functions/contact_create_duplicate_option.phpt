--TEST--
With duplicate_option a matching contact is updated; without it a contact is always created
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$create = fn (string $name, ?string $option = null): string =>
    infusionsoft_contact_create(['email' => 'mary@example.com', 'given_name' => $name], duplicate_option: $option)['id'];

echo 'nobody there yet: ', $create('Mary', 'Email'), "\n";
echo 'same address: ', $create('Maria', 'Email'), "\n";
echo 'same address, other name: ', $create('Ann', 'EmailAndName'), "\n";
echo 'same address, name and company: ', $create('Ann', 'EmailAndNameAndCompany'), "\n";
echo 'no option: ', $create('Ann'), "\n";
echo 'null: ', $create('Ann', null), "\n";

foreach ($keap->journal() as $request) {
    echo "$request[status] $request[query_raw]\n";
}
var_dump(array_column($keap->state()['contacts'], 'given_name', 'id'), $keap->violations());
?>
--EXPECT--
nobody there yet: 1001
same address: 1001
same address, other name: 1002
same address, name and company: 1002
no option: 1003
null: 1004
201 duplicate_option=Email
200 duplicate_option=Email
201 duplicate_option=EmailAndName
200 duplicate_option=EmailAndNameAndCompany
201 
201 
array(4) {
  [1001]=>
  string(5) "Maria"
  [1002]=>
  string(3) "Ann"
  [1003]=>
  string(3) "Ann"
  [1004]=>
  string(3) "Ann"
}
array(0) {
}
