--TEST--
A timeout of nothing, which to libcurl is for ever, is refused; so is one beyond an int
--EXTENSIONS--
infusionsoft
--INI--
infusionsoft.connect_timeout_ms=5000
infusionsoft.timeout_ms=0
--FILE--
<?php
echo ini_get('infusionsoft.timeout_ms'), "\n";
foreach (['0', '-1', '2147483648', '1', '2147483647'] as $value) {
    echo $value, ': ', var_export(ini_set('infusionsoft.connect_timeout_ms', $value), true), "\n";
}
?>
--EXPECT--
30000
0: false
-1: false
2147483648: false
1: '5000'
2147483647: '1'
