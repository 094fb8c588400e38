--TEST--
After a request with a fake, calls at its very end are not sent to Keap
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
served_late($keap, ['none', 'fake', 'none', 'ended'], <<<'PHP'
    if ($_GET["turn"] !== "none") {
        infusionsoft_fake([]);
    }
    if ($_GET["turn"] === "ended") {
        infusionsoft_fake(null);
    }
PHP, <<<'PHP'
    return json_encode([infusionsoft_recorded(), infusionsoft_tag_find("Customer")["id"]]);
PHP);
?>
--EXPECT--
none:  | [[],"101"]
fake:  | Error: The fake ended with the request of PHP: this call is not sent
none:  | [[],"101"]
ended:  | [[],"101"]
bool(true)
