--TEST--
A create sends its HTTP request in one TLS record, and no other bytes
--SKIPIF--
<?php
require __DIR__ . '/strace_skipif.inc';
require __DIR__ . '/prereq_skipif.inc';
?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/strace.inc';

const RECORD_MOST = 40; // header, nonce and tag

$token = $keap->authorize()['access_token'];
$call = 'infusionsoft_contact_create(["email" => "a@b"]);';
$written = array_values(preg_grep('/^sendto\(/', system_calls($keap, $call, $call)));
$body = '{"email_addresses":[{"email":"a@b","field":"EMAIL1"}]}';
$request = implode("\r\n", [
    'POST /crm/rest/v2/contacts HTTP/1.1',
    'Host: ' . substr($keap->https, strlen('https://')),
    "Authorization: Bearer $token",
    'Accept: application/json',
    'User-Agent: php-infusionsoft/' . phpversion('infusionsoft'),
    'Content-Type: application/json',
    'Content-Length: ' . strlen($body),
    '',
    $body,
]);
$spare = (int) substr(strrchr($written[0], '='), 1) - strlen($request);
var_dump(count($written));
echo $spare > 0 && $spare <= RECORD_MOST ? 'a record' : "$spare bytes", " around the request\n";
?>
--EXPECT--
int(1)
a record around the request
