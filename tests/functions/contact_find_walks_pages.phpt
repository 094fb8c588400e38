--TEST--
A search reads all pages of the reply and returns the lowest id
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$ok = ['path' => '/crm', 'action' => 'status', 'status' => 200];
$contact = fn (string $id, string $email) => ['id' => $id, 'email_addresses' => [['field' => 'EMAIL1', 'email' => $email]]];
foreach ([
    ['contacts' => [$contact('1', 'other@example.com')], 'next_page_token' => 'a+b/c=='],
    ['contacts' => [$contact('30', 'mary@example.com')], 'next_page_token' => 'd;e'],
    ['contacts' => [$contact('29', 'mary@example.com'), $contact('31', 'mary@example.com')]],
] as $page) {
    $keap->fault($ok + ['body' => $page]);
}
var_dump(infusionsoft_contact_find('mary@example.com')['id']);
foreach ($keap->journal() as $request) {
    echo json_encode(array_map('current', $request['query']), JSON_UNESCAPED_SLASHES), "\n";
}
// The last page can have an empty token, or null.
foreach (['', null] as $none) {
    $keap->fault($ok + ['body' => ['contacts' => [], 'next_page_token' => $none]]);
    var_dump(infusionsoft_contact_find('mary@example.com'));
}
var_dump(count($keap->journal()), $keap->violations());
?>
--EXPECT--
string(2) "29"
{"filter":"email==mary@example.com","page_size":"1000"}
{"filter":"email==mary@example.com","page_size":"1000","page_token":"a+b/c=="}
{"filter":"email==mary@example.com","page_size":"1000","page_token":"d;e"}
NULL
NULL
int(5)
array(0) {
}
