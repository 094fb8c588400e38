--TEST--
A query is encoded: booleans as words, nulls left out, a list repeats its name
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$value = 'by reference';
foreach ([
    null,
    [],
    ['a' => null],
    ['a' => []],
    ['a' => true, 'b' => false, 'c' => 0, 'd' => -1.5, 'e' => ''],
    ['a' => ['x', null, 2, true], 'b' => &$value],
    ['filter' => 'given_name==Mary Ann;city==Chan*'],
    ['a' => '&=+;%?#/"<>', 'b' => "\u{8a9e}\t", 'a b[]&' => '~-._'],
] as $query) {
    $keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 200]);
    infusionsoft_request('GET', '/rest/v1/x', $query);
}
foreach ($keap->journal() as $request) {
    echo "$request[path] $request[query_raw]\n";
}
var_dump($keap->violations());
?>
--EXPECT--
/crm/rest/v1/x 
/crm/rest/v1/x 
/crm/rest/v1/x 
/crm/rest/v1/x 
/crm/rest/v1/x a=true&b=false&c=0&d=-1.5&e=
/crm/rest/v1/x a=x&a=2&a=true&b=by%20reference
/crm/rest/v1/x filter=given_name%3D%3DMary%20Ann%3Bcity%3D%3DChan%2A
/crm/rest/v1/x a=%26%3D%2B%3B%25%3F%23%2F%22%3C%3E&b=%E8%AA%9E%09&a%20b%5B%5D%26=~-._
array(0) {
}
