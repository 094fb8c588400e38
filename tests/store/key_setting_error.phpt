--TEST--
An infusionsoft.key that is not the base64 of 32 bytes gives a ConfigurationException that does not contain the value
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';

$wrong = ['short' => base64_encode(random_bytes(31)), 'long' => base64_encode(random_bytes(33)), 'text' => 'secret', 'hex' => bin2hex(random_bytes(32)),
    'blank' => ' ' . base64_encode(random_bytes(32)), 'URL-safe' => str_repeat('-', 43)];
$code = 'require "' . __DIR__ . '/../auth/grants.inc"; echo attempt(fn () => infusionsoft_token_import(["access_token" => "at-1", "refresh_token" => "rt-1"])), "\n";';
foreach ($wrong as $what => $key) {
    echo "$what: ", $keap->php($code, ['infusionsoft.key' => $key]);
}
$good = base64_encode(random_bytes(32));
echo $keap->php($code, ['infusionsoft.key' => $good, 'infusionsoft.previous_keys' => 'secret']);
echo $keap->php($code, ['infusionsoft.key' => $good, 'infusionsoft.previous_keys' => 'file:old-key']);
echo without_paths($keap, $keap->php($code, ['infusionsoft.key' => $good, 'infusionsoft.previous_keys' => "file:$keap->folder/none"]));
echo count(preg_grep('/^tokens$/', scandir($keap->storePath()))), " stores\n";
?>
--EXPECT--
short: Infusionsoft\ConfigurationException: infusionsoft.key must be the base64 of exactly 32 bytes; to make one, run: head -c 32 /dev/urandom | base64
long: Infusionsoft\ConfigurationException: infusionsoft.key must be the base64 of exactly 32 bytes; to make one, run: head -c 32 /dev/urandom | base64
text: Infusionsoft\ConfigurationException: infusionsoft.key must be the base64 of exactly 32 bytes; to make one, run: head -c 32 /dev/urandom | base64
hex: Infusionsoft\ConfigurationException: infusionsoft.key must be the base64 of exactly 32 bytes; to make one, run: head -c 32 /dev/urandom | base64
blank: Infusionsoft\ConfigurationException: infusionsoft.key must be the base64 of exactly 32 bytes; to make one, run: head -c 32 /dev/urandom | base64
URL-safe: Infusionsoft\ConfigurationException: infusionsoft.key must be the base64 of exactly 32 bytes; to make one, run: head -c 32 /dev/urandom | base64
Infusionsoft\ConfigurationException: infusionsoft.previous_keys must be the base64 of exactly 32 bytes; to make one, run: head -c 32 /dev/urandom | base64
Infusionsoft\ConfigurationException: infusionsoft.previous_keys must name files by absolute paths, as in file:/etc/infusionsoft/old-key
Infusionsoft\StoreException: Cannot read the key <folder>/none: No such file or directory
0 stores
