--TEST--
A fake cannot begin while the PHP request ends, and does not answer the next request
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (!extension_loaded('session')) {
    echo 'skip needs session';
}
?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../support/late.inc';

$keap->authorize();
$keap->tag('Customer');
served_late($keap, ['fake', 'none', 'fake', 'none'], <<<'PHP'
    echo json_encode(infusionsoft_tag_find("Customer"));
PHP, <<<'PHP'
    if ($turn === "fake") {
        infusionsoft_fake(fn () => ["tags" => [["id" => "666", "name" => "Customer"]]]);
    }
    return "nothing";
PHP);
?>
--EXPECT--
fake: {"id":"101","name":"Customer"} | Error: A fake cannot begin while the request of PHP ends: it would not end with the request
none: {"id":"101","name":"Customer"} | nothing
fake: {"id":"101","name":"Customer"} | Error: A fake cannot begin while the request of PHP ends: it would not end with the request
none: {"id":"101","name":"Customer"} | nothing
bool(true)
