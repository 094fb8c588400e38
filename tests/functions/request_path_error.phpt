--TEST--
A path that leads out of the base URL or ends the request line is refused
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
foreach ([
    '', 'rest/v2/contacts', '//example.com/rest', 'https://example.com/rest', '@example.com/', '.example.com/', ':8443/',
    '/rest/v2/contacts?fields=id', '/rest/v2/contacts#x', '/rest/v2/a b', "/rest\r\nX-Evil: 1", "/rest\0/v2",
    "/rest\t", '/rest\\v2',
    '/語', '/rest/../oauth', '/rest/..', '/..', '/./rest', '/rest/.', '/rest/%2e%2E/oauth',
    '/rest/.%2e', '/%2E', '/rest/100%', '/rest/%zz',
    '/rest/"x"', '/rest/{id}', "/rest/\x7f",
] as $path) {
    echo addcslashes($path, "\0..\37\177"), ' ', outcome(fn () => infusionsoft_request('GET', $path)), "\n";
}
var_dump($keap->journal());
// Dots inside a name are allowed.
foreach (['/rest/...', '/rest/.x', '/rest/x..', '/rest/..x/%2Ex', '/'] as $path) {
    echo outcome(fn () => infusionsoft_request('GET', $path)), ' ', $keap->journal()[0]['path'], "\n";
    $keap->reset();
    $keap->authorize();
}
?>
--EXPECT--
ValueError: Argument #2 ($path) must begin with exactly one slash, such as /rest/v2/contacts
rest/v2/contacts ValueError: Argument #2 ($path) must begin with exactly one slash, such as /rest/v2/contacts
//example.com/rest ValueError: Argument #2 ($path) must begin with exactly one slash, such as /rest/v2/contacts
https://example.com/rest ValueError: Argument #2 ($path) must begin with exactly one slash, such as /rest/v2/contacts
@example.com/ ValueError: Argument #2 ($path) must begin with exactly one slash, such as /rest/v2/contacts
.example.com/ ValueError: Argument #2 ($path) must begin with exactly one slash, such as /rest/v2/contacts
:8443/ ValueError: Argument #2 ($path) must begin with exactly one slash, such as /rest/v2/contacts
/rest/v2/contacts?fields=id ValueError: Argument #2 ($path) must be without "?" and "#": give the query as an array
/rest/v2/contacts#x ValueError: Argument #2 ($path) must be without "?" and "#": give the query as an array
/rest/v2/a b ValueError: Argument #2 ($path) must be percent-encoded: rawurlencode() what you put into it
/rest\r\nX-Evil: 1 ValueError: Argument #2 ($path) must be percent-encoded: rawurlencode() what you put into it
/rest\000/v2 ValueError: Argument #2 ($path) must be percent-encoded: rawurlencode() what you put into it
/rest\t ValueError: Argument #2 ($path) must be percent-encoded: rawurlencode() what you put into it
/rest\v2 ValueError: Argument #2 ($path) must be percent-encoded: rawurlencode() what you put into it
/語 ValueError: Argument #2 ($path) must be percent-encoded: rawurlencode() what you put into it
/rest/../oauth ValueError: Argument #2 ($path) must not hold the segments "." and ".."
/rest/.. ValueError: Argument #2 ($path) must not hold the segments "." and ".."
/.. ValueError: Argument #2 ($path) must not hold the segments "." and ".."
/./rest ValueError: Argument #2 ($path) must not hold the segments "." and ".."
/rest/. ValueError: Argument #2 ($path) must not hold the segments "." and ".."
/rest/%2e%2E/oauth ValueError: Argument #2 ($path) must not hold the segments "." and ".."
/rest/.%2e ValueError: Argument #2 ($path) must not hold the segments "." and ".."
/%2E ValueError: Argument #2 ($path) must not hold the segments "." and ".."
/rest/100% ValueError: Argument #2 ($path) must be percent-encoded: rawurlencode() what you put into it
/rest/%zz ValueError: Argument #2 ($path) must be percent-encoded: rawurlencode() what you put into it
/rest/"x" ValueError: Argument #2 ($path) must be percent-encoded: rawurlencode() what you put into it
/rest/{id} ValueError: Argument #2 ($path) must be percent-encoded: rawurlencode() what you put into it
/rest/\177 ValueError: Argument #2 ($path) must be percent-encoded: rawurlencode() what you put into it
array(0) {
}
ApiException 404 NOT_FOUND /crm/rest/...
ApiException 404 NOT_FOUND /crm/rest/.x
ApiException 404 NOT_FOUND /crm/rest/x..
ApiException 404 NOT_FOUND /crm/rest/..x/%2Ex
ApiException 404 NOT_FOUND /crm/
