--TEST--
An invalid code or redirect URI is refused before anything is sent
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$codes = ['empty' => '', 'NUL' => "code\0", 'CR LF' => "code\r\nX: y", 'blank' => 'co de', 'bytes' => "cod\xe9", 'whole query' => 'a b=c'];
foreach ($codes as $what => $code) {
    echo "$what: ", attempt(fn () => infusionsoft_authorize($code, 'https://shop.example/')), "\n";
}
$uris = ['empty' => '', 'path' => '/callback', 'http' => 'http://shop.example/', 'NUL' => "https://shop.example/\0", 'CR LF' => "https://shop.example/\r\nX: y"];
foreach ($uris as $what => $uri) {
    echo "$what: ", attempt(fn () => infusionsoft_authorize('code', $uri)), "\n";
}
echo count($keap->journal()), ' requests, ', count(scandir($keap->storePath())) - 2, " files\n";
?>
--EXPECT--
empty: ValueError: infusionsoft_authorize(): Argument #1 ($code) must not be empty: it is the "code" of the callback's query
NUL: ValueError: infusionsoft_authorize(): Argument #1 ($code) must be the code alone, as the callback's query has it: visible ASCII without blanks
CR LF: ValueError: infusionsoft_authorize(): Argument #1 ($code) must be the code alone, as the callback's query has it: visible ASCII without blanks
blank: ValueError: infusionsoft_authorize(): Argument #1 ($code) must be the code alone, as the callback's query has it: visible ASCII without blanks
bytes: ValueError: infusionsoft_authorize(): Argument #1 ($code) must be the code alone, as the callback's query has it: visible ASCII without blanks
whole query: ValueError: infusionsoft_authorize(): Argument #1 ($code) must be the code alone, as the callback's query has it: visible ASCII without blanks
empty: ValueError: infusionsoft_authorize(): Argument #2 ($redirect_uri) must be an absolute https:// URL without fragment, exactly as registered with Keap (http:// only to this machine)
path: ValueError: infusionsoft_authorize(): Argument #2 ($redirect_uri) must be an absolute https:// URL without fragment, exactly as registered with Keap (http:// only to this machine)
http: ValueError: infusionsoft_authorize(): Argument #2 ($redirect_uri) must be an absolute https:// URL without fragment, exactly as registered with Keap (http:// only to this machine)
NUL: ValueError: infusionsoft_authorize(): Argument #2 ($redirect_uri) must not contain NUL
CR LF: ValueError: infusionsoft_authorize(): Argument #2 ($redirect_uri) must be an absolute https:// URL without fragment, exactly as registered with Keap (http:// only to this machine)
0 requests, 0 files
