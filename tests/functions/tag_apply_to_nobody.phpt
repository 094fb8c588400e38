--TEST--
A tag for an empty list of contacts sends nothing
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
var_dump(infusionsoft_tag_apply(101, []), $keap->journal());
?>
--EXPECT--
array(0) {
}
array(0) {
}
