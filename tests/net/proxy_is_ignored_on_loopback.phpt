--TEST--
A proxy from the environment is not used for loopback addresses
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
foreach (['http_proxy', 'https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'] as $name) {
    putenv("$name=http://127.0.0.1:1"); // nobody listens there
}
putenv('no_proxy=example.com');
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
var_dump(infusionsoft_contact_find('a@b'));
echo $keap->php('var_dump(infusionsoft_contact_find("a@b"));', ['infusionsoft.base_url' => "$keap->http/crm"]);
var_dump(count($keap->journal()), $keap->violations());
?>
--EXPECT--
NULL
NULL
int(2)
array(0) {
}
