--TEST--
Methods other than Keap's five are refused
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
foreach (['', 'HEAD', 'CONNECT', 'GET ', "GET\0", "GET / HTTP/1.1\r\nX: y", 'GETT'] as $method) {
    echo outcome(fn () => infusionsoft_request($method, '/rest/v2/contacts')), "\n";
}
var_dump($keap->journal());
?>
--EXPECT--
ValueError: Argument #1 ($method) must be GET, POST, PUT, PATCH or DELETE
ValueError: Argument #1 ($method) must be GET, POST, PUT, PATCH or DELETE
ValueError: Argument #1 ($method) must be GET, POST, PUT, PATCH or DELETE
ValueError: Argument #1 ($method) must be GET, POST, PUT, PATCH or DELETE
ValueError: Argument #1 ($method) must be GET, POST, PUT, PATCH or DELETE
ValueError: Argument #1 ($method) must be GET, POST, PUT, PATCH or DELETE
ValueError: Argument #1 ($method) must be GET, POST, PUT, PATCH or DELETE
array(0) {
}
