--TEST--
A logger cannot be set while the PHP request ends, and does not log the next request
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
served_late($keap, ['logger', 'none', 'logger', 'none'], <<<'PHP'
    infusionsoft_contact_find("nobody@example.com");
PHP, <<<'PHP'
    if ($turn === "logger") {
        infusionsoft_logger(function (string $level): void { echo "logged: $level"; });
    }
    infusionsoft_logger(null);
    return "nothing";
PHP);
?>
--EXPECT--
logger:  | Error: A logger cannot be set while the request of PHP ends: it would outlive the request
none:  | nothing
logger:  | Error: A logger cannot be set while the request of PHP ends: it would outlive the request
none:  | nothing
bool(true)
