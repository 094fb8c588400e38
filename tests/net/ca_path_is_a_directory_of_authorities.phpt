--TEST--
infusionsoft.ca_path is a directory of certificate authorities with hashed names; ca_file comes first, and a wrong directory is told
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (!extension_loaded('openssl')) {
    echo 'skip needs the extension openssl';
} elseif (extension_loaded('curl') && !str_starts_with(curl_version()['ssl_version'], 'OpenSSL')) {
    echo 'skip this libcurl has no OpenSSL';
}
?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/authorities.inc';

$keap->authorize();
$authority = file_get_contents($keap->caFile);
foreach (['hashed' => hashed_name($authority), 'plain' => 'ca.pem'] as $folder => $name) {
    mkdir("$keap->folder/$folder");
    file_put_contents("$keap->folder/$folder/$name", $authority);
}
$code = 'require "' . __DIR__ . '/../auth/grants.inc";
    echo str_replace($keap->folder, "<folder>", call_keap()), "\n";
    echo str_replace($keap->folder, "<folder>", infusionsoft_token_status()["attention"] ?? "no attention"), "\n";';
$scenes = [
    'hashed names' => ['', 'hashed'],
    'other names' => ['', 'plain'],
    'no directory' => ['', 'nowhere'],
    'a file too' => [$keap->caFile, 'plain'],
];
foreach ($scenes as $name => [$file, $folder]) {
    echo "$name:\n", $keap->php($code, ['infusionsoft.ca_file' => $file, 'infusionsoft.ca_path' => "$keap->folder/$folder"]);
}
?>
--EXPECTF--
hashed names:
called
no attention
other names:
Infusionsoft\TransportException: GET /rest/v2/contacts was not sent: %s
infusionsoft.ca_path is <folder>/plain, where no file has the name of a hash, such as 5ed36f99.0. Run: openssl rehash <folder>/plain
no directory:
Infusionsoft\TransportException: GET /rest/v2/contacts was not sent: %s
infusionsoft.ca_path is <folder>/nowhere, and that directory cannot be read: No such file or directory
a file too:
called
no attention
