--TEST--
Reading the token from the store makes no system call
--SKIPIF--
<?php require __DIR__ . '/../net/strace_skipif.inc'; ?>
--FILE--
<?php
// The status looks whether this file can be read, and whether the store can be written.
$settings = ['infusionsoft.ca_file' => ''];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../net/strace.inc';

$calls = fn (string $read): array => array_values(preg_grep('/^faccessat.*W_OK/', system_calls($keap, $read, $read), PREG_GREP_INVERT));
$keap->authorize();
var_dump($calls('infusionsoft_token_status();'));
$keap->authorize(account: 'another');
var_dump($calls('infusionsoft_token_status("another");'));
?>
--EXPECT--
array(0) {
}
array(0) {
}
