--TEST--
A call of a batch keeps the account it started with when infusionsoft.account changes meanwhile
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$http2 = true;
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/batch.inc';

$use = fn (string $name) => ini_set('infusionsoft.account', str_repeat($name, 40));
foreach (['one', 'two'] as $name) {
    $keap->authorize(account: str_repeat($name, 40));
}
$keap->expire(); // each account is refreshed after its first 401
$tag = $keap->tag('many');
results(infusionsoft_batch([
    function () use ($use) {
        $use('one');
        return infusionsoft_contact_find('nobody@example.com');
    },
    function () use ($use) {
        $use('two');
        return infusionsoft_contact_find('nobody@example.com');
    },
    fn () => $use('three'),
]));
foreach (['one', 'two'] as $name) {
    echo $name, ' ', infusionsoft_token_status(str_repeat($name, 40))['generation'] > 1 ? 'refreshed' : 'as it was', "\n";
}
?>
--EXPECTF--
0: null
1: null
2: %s
one refreshed
two refreshed
