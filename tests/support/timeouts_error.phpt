--TEST--
A timeout of 0, which libcurl takes as no timeout, is refused, and so is one above the maximum of an int
--EXTENSIONS--
infusionsoft
--INI--
infusionsoft.connect_timeout_ms=5000
--FILE--
<?php
foreach (['0', '-1', '2147483648', '1', '2147483647'] as $value) {
    echo $value, ': ', var_export(ini_set('infusionsoft.connect_timeout_ms', $value), true), "\n";
}
?>
--EXPECT--
0: false
-1: false
2147483648: false
1: '5000'
2147483647: '1'
