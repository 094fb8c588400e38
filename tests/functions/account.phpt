--TEST--
A call uses the grant of the named account, or of infusionsoft.account by default
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$long = str_repeat('ü', 64); // 128 bytes
$tokens = [];
foreach (['default', 'a b', $long, "quo'te\r\n"] as $account) {
    $tokens[] = $keap->authorize([], $account)['access_token'];
    infusionsoft_contact_find('a@example.com', account: $account);
}
infusionsoft_contact_find('a@example.com');
ini_set('infusionsoft.account', 'a b');
infusionsoft_contact_find('a@example.com');

$used = array_map(fn (array $request) => $request['headers']['authorization']['sha256'], $keap->journal());
$known = array_map(fn (string $token) => substr(hash('sha256', $token), 0, 12), $tokens);
echo implode(' ', array_map(fn (string $print) => array_search($print, $known, true), $used)), "\n";
var_dump($keap->violations());
?>
--EXPECT--
0 1 2 3 0 1
array(0) {
}
