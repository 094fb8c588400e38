--TEST--
Calls and batches work at the very end of a PHP request, and leave nothing to the next one
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
served_late($keap, ['call', 'batch', 'call', 'batch', 'batch', 'call'], <<<'PHP'
    echo infusionsoft_tag_find("Customer")["id"];
PHP, <<<'PHP'
    static $kept;
    if ($turn === "call") {
        return infusionsoft_tag_find("Customer")["id"];
    }
    $find = fn () => infusionsoft_request("GET", "/rest/v2/tags")["tags"][0]["id"];
    $kept = infusionsoft_batch([$find, fn () => infusionsoft_fake([]), $find, $find]);
    return $kept->current();
PHP);
?>
--EXPECT--
call: 101 | 101
batch: 101 | 101
call: 101 | 101
batch: 101 | 101
batch: 101 | 101
call: 101 | 101
bool(true)
