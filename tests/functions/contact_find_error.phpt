--TEST--
Characters that would widen a search are refused; a refusal by Keap on a later page is thrown
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
foreach ([
    '', 'mary', '@', 'mary@', '@example.com', 'a@b@c',
    '*@example.com', 'mary@example.*', 'a@b;given_name==Ann', 'a==b@example.com',
    ' a@b', 'a@b ', "a@b\r\n", "a@b\0", 'Mary <mary@example.com>', 'a@b,c@d',
] as $email) {
    $outcomes[] = outcome(fn () => infusionsoft_contact_find($email));
}
echo implode("\n", array_unique($outcomes)), "\n";
var_dump($keap->journal());

$page = ['contacts' => [['id' => '1', 'email_addresses' => [['email' => 'a@b']]]], 'next_page_token' => 'x'];
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 200, 'body' => $page]);
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 500]);
echo outcome(fn () => infusionsoft_contact_find('a@b')), "\n";
?>
--EXPECT--
ValueError: Argument #1 ($email) must be one whole e-mail address, without blanks, invisible characters, "*", ";" or "=="
array(0) {
}
ApiException 500 null
