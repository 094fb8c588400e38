--TEST--
infusionsoft_limits() refuses a wrong account name and an unreadable store
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
foreach (['', "a\0b", str_repeat('x', 129)] as $account) {
    try {
        infusionsoft_limits($account);
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
echo $keap->php('
    try {
        infusionsoft_limits();
    } catch (Infusionsoft\StoreException $error) {
        echo $error::class, "\n";
    }', ['infusionsoft.key' => base64_encode(random_bytes(32))]);
?>
--EXPECT--
infusionsoft_limits(): Argument #1 ($account) must be 1 to 128 bytes long and without NUL
infusionsoft_limits(): Argument #1 ($account) must be 1 to 128 bytes long and without NUL
infusionsoft_limits(): Argument #1 ($account) must be 1 to 128 bytes long and without NUL
Infusionsoft\StoreException
