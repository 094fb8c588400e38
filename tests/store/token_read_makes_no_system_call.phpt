--TEST--
Reading the token from the store makes no system call
--SKIPIF--
<?php require __DIR__ . '/../net/strace_skipif.inc'; ?>
--FILE--
<?php
// The status looks whether this file can be read.
$settings = ['infusionsoft.ca_file' => ''];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../net/strace.inc';

$keap->authorize();
$read = 'infusionsoft_token_status();';
var_dump(system_calls($keap, $read, $read));
$keap->authorize(account: 'another');
$read = 'infusionsoft_token_status("another");';
var_dump(system_calls($keap, $read, $read));
?>
--EXPECT--
array(0) {
}
array(0) {
}
