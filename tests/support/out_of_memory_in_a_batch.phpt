--TEST--
Where PHP's memory ends at any allocation in a batch, PHP ends with its fatal error, and not with a crash
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (PHP_ZTS || PHP_VERSION_ID >= 80400) {
    echo 'skip the extension alloc_fails is for PHP before 8.4 without threads';
} elseif (getenv('USE_ZEND_ALLOC') === '0') {
    echo 'skip a memory checker is at work, and does not know the stack of a fiber that a fatal error leaves';
}
?>
--FILE--
<?php
require __DIR__ . '/alloc_fails.inc';
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
alloc_fails_anywhere($keap, ['faked'], <<<'PHP'
    $do = ['faked' => fn () => iterator_to_array(infusionsoft_batch([fn () => infusionsoft_contact_get(7), 'time'], fn () => null))];
    infusionsoft_logger(fn () => null);
    infusionsoft_fake([]);
    PHP);
alloc_fails_anywhere($keap, ['sent'], <<<'PHP'
    $call = fn () => infusionsoft_request('GET', '/rest/v2/tags');
    $do = ['sent' => fn () => iterator_to_array(infusionsoft_batch([$call, $call]))];
    PHP);
?>
--EXPECT--
faked: fatal errors, then allocations: some, alive
sent: fatal errors, then allocations: some, alive
