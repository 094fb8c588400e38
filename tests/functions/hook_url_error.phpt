--TEST--
infusionsoft_hook_url() refuses an address that Keap cannot call, or that a framework writes anew; without a store directory it says so
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$urls = [
    '', 'example', '/keap/hooks', 'ftp://example.com/', 'http://example.com/hooks', 'https:///hooks', 'https://user@example.com/',
    "https://example.com/\0", 'https://example.com/a b', 'https://example.com/#top', 'https://example.com/?a=%00',
    'https://example.com/?a[]=1', 'https://example.com/?a%5B0%5D=1', infusionsoft_hook_url('https://example.com/hooks'),
];
foreach ($urls as $url) {
    try {
        echo infusionsoft_hook_url($url), "\n";
    } catch (ValueError $error) {
        echo preg_replace('/[0-9a-f]{64}/', 'A MARK IS SHOWN', $error->getMessage()), "\n";
    }
}
try {
    infusionsoft_hook_url('https://example.com/hooks', '');
} catch (ValueError $error) {
    echo $error->getMessage(), "\n";
}
echo $keap->php('
    try {
        infusionsoft_hook_url("https://example.com/hooks");
    } catch (Infusionsoft\Exception $error) {
        echo get_class($error), ": ", str_replace("' . $keap->folder . '", "FOLDER", $error->getMessage()), "\n";
    }', ['infusionsoft.api_key' => $keap->apiKey, 'infusionsoft.store_path' => "$keap->folder/nowhere"]);
?>
--EXPECT--
infusionsoft_hook_url(): Argument #1 ($url) must be an address that Keap can call, such as https://www.example.com/keap/hooks. The URL is malformed, or contains a user name
infusionsoft_hook_url(): Argument #1 ($url) must be an address that Keap can call, such as https://www.example.com/keap/hooks. The URL is malformed, or contains a user name
infusionsoft_hook_url(): Argument #1 ($url) must be an address that Keap can call, such as https://www.example.com/keap/hooks. The URL is malformed, or contains a user name
infusionsoft_hook_url(): Argument #1 ($url) must be an address that Keap can call, such as https://www.example.com/keap/hooks. The URL is neither https nor http
infusionsoft_hook_url(): Argument #1 ($url) must be an address that Keap can call, such as https://www.example.com/keap/hooks. Plain http is allowed to this machine only; the URL must be https
infusionsoft_hook_url(): Argument #1 ($url) must be an address that Keap can call, such as https://www.example.com/keap/hooks. The URL names no host
infusionsoft_hook_url(): Argument #1 ($url) must be an address that Keap can call, such as https://www.example.com/keap/hooks. The URL is malformed, or contains a user name
infusionsoft_hook_url(): Argument #1 ($url) must be without NUL
infusionsoft_hook_url(): Argument #1 ($url) must be an address that Keap can call, such as https://www.example.com/keap/hooks. The URL contains a space, a control character, or a character that must be percent-encoded
infusionsoft_hook_url(): Argument #1 ($url) must be without "#" and %00: Keap does not send them
infusionsoft_hook_url(): Argument #1 ($url) must be without "#" and %00: Keap does not send them
infusionsoft_hook_url(): Argument #1 ($url) must be without [] in its query, which frameworks write anew
infusionsoft_hook_url(): Argument #1 ($url) must be without [] in its query, which frameworks write anew
infusionsoft_hook_url(): Argument #1 ($url) must be without keap_mark, which is added here
infusionsoft_hook_url(): Argument #2 ($account) must be 1 to 128 bytes long and without NUL
Infusionsoft\StoreException: The store's directory FOLDER/nowhere does not exist. To make it, run: install -d -m 0700 -o root FOLDER/nowhere
