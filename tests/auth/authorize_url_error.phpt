--TEST--
infusionsoft_authorize_url() refuses an invalid redirect URI, and names a missing setting
--INI--
infusionsoft.client_id=
infusionsoft.authorize_url=http://accounts.example/
--FILE--
<?php
$uris = ['', 'shop.example/callback', '/callback', 'http://shop.example/', 'ftp://shop.example/', 'javascript:alert(1)',
    'https://user:secret@shop.example/', 'https://shop.example/#part', "https://shop.example/\0", "https://shop.example/\r\n",
    'https://shop.example/a b', "https://shop.example/\xe9"];
foreach ($uris as $uri) {
    try {
        echo infusionsoft_authorize_url($uri), "\n";
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
foreach ([fn () => infusionsoft_authorize_url('https://shop.example/'), fn () => infusionsoft_authorize_url('https://shop.example/', account: '')] as $do) {
    try {
        echo $do(), "\n";
    } catch (Exception | Error $error) {
        echo $error::class, ': ', $error->getMessage(), "\n";
    }
}
?>
--EXPECT--
infusionsoft_authorize_url(): Argument #1 ($redirect_uri) must be an absolute https:// URL without fragment, exactly as registered with Keap (http:// only to this machine)
infusionsoft_authorize_url(): Argument #1 ($redirect_uri) must be an absolute https:// URL without fragment, exactly as registered with Keap (http:// only to this machine)
infusionsoft_authorize_url(): Argument #1 ($redirect_uri) must be an absolute https:// URL without fragment, exactly as registered with Keap (http:// only to this machine)
infusionsoft_authorize_url(): Argument #1 ($redirect_uri) must be an absolute https:// URL without fragment, exactly as registered with Keap (http:// only to this machine)
infusionsoft_authorize_url(): Argument #1 ($redirect_uri) must be an absolute https:// URL without fragment, exactly as registered with Keap (http:// only to this machine)
infusionsoft_authorize_url(): Argument #1 ($redirect_uri) must be an absolute https:// URL without fragment, exactly as registered with Keap (http:// only to this machine)
infusionsoft_authorize_url(): Argument #1 ($redirect_uri) must be an absolute https:// URL without fragment, exactly as registered with Keap (http:// only to this machine)
infusionsoft_authorize_url(): Argument #1 ($redirect_uri) must be an absolute https:// URL without fragment, exactly as registered with Keap (http:// only to this machine)
infusionsoft_authorize_url(): Argument #1 ($redirect_uri) must not contain NUL
infusionsoft_authorize_url(): Argument #1 ($redirect_uri) must be an absolute https:// URL without fragment, exactly as registered with Keap (http:// only to this machine)
infusionsoft_authorize_url(): Argument #1 ($redirect_uri) must be an absolute https:// URL without fragment, exactly as registered with Keap (http:// only to this machine)
infusionsoft_authorize_url(): Argument #1 ($redirect_uri) must be an absolute https:// URL without fragment, exactly as registered with Keap (http:// only to this machine)
Infusionsoft\ConfigurationException: infusionsoft.client_id must be set in php.ini: it names the application registered with Keap
ValueError: infusionsoft_authorize_url(): Argument #3 ($account) must be 1 to 128 bytes long and without NUL
