--TEST--
A reply that is too large, or a missing reply, throws an exception that names it; it costs neither memory nor the grant, and the call is not repeated
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.retries' => 0, 'infusionsoft.timeout_ms' => 200000];
require __DIR__ . '/keap.inc';

$keap->authorize();
$hostile = [
    '100 MB' => ['action' => 'flood'],
    'one header of 10 MB' => ['action' => 'flood-headers', 'bytes' => 10000000, 'line' => 10000000],
    'a million headers' => ['action' => 'flood-headers', 'bytes' => 15000000, 'line' => 15],
    'half the JSON' => ['action' => 'half-json'],
    'half a reply' => ['action' => 'hangup', 'at' => 'mid-reply'],
    'nested 10,000 deep' => ['action' => 'deep'],
    'not HTTP' => ['action' => 'garbage'],
    'HTML' => ['action' => 'html'],
];
$calls = [
    'create' => fn () => infusionsoft_contact_create(['email' => 'mary@example.com']),
    'get' => fn () => infusionsoft_contact_get(1001),
];
infusionsoft_contact_create(['email' => 'mary@example.com']);
foreach ($hostile as $what => $rule) {
    foreach ($calls as $name => $call) {
        $before = count($keap->journal());
        $keap->fault(['path' => '/crm'] + $rule);
        try {
            $call();
        } catch (Infusionsoft\TransportException $error) {
            echo "$what, $name: ", $error->maySent ? 'may have been sent' : 'not sent', ', ', $error->getMessage(), "\n";
        } catch (Infusionsoft\ApiException $error) {
            echo "$what, $name: $error->status, ", $error->getMessage(), "\n";
        }
        if (count($keap->journal()) !== $before + 1 || infusionsoft_contact_get(1001)['id'] !== '1001') {
            echo "asked again, or not to be asked any more\n";
        }
    }
}
// Peak memory of PHP, the call and its reply of at most 16 MiB, in KiB; not measured under a memory checker.
preg_match('/VmHWM:\s*(\d+)/', (string) @file_get_contents('/proc/self/status'), $peak);
var_dump(($peak[1] ?? 0) < 98304 || getenv('USE_ZEND_ALLOC') === '0');
var_dump(memory_get_peak_usage() < 40 << 20);
echo infusionsoft_token_status()['state'], ' ', $keap->count('POST /token'), ' ', json_encode($keap->violations()), "\n";
?>
--EXPECTF--
100 MB, create: may have been sent, Keap's reply to POST /rest/v2/contacts is larger than the limit (16 MiB for the body, less for the headers): ask for fewer entries or fields. Keap may have acted
100 MB, get: not sent, Keap's reply to GET /rest/v2/contacts/1001 is larger than the limit (16 MiB for the body, less for the headers): ask for fewer entries or fields
one header of 10 MB, create: may have been sent, Keap's reply to POST /rest/v2/contacts broke off: A header of the reply is longer than the limit. Keap may have acted
one header of 10 MB, get: not sent, Keap's reply to GET /rest/v2/contacts/1001 broke off: A header of the reply is longer than the limit
a million headers, create: may have been sent, Keap's reply to POST /rest/v2/contacts is larger than the limit (16 MiB for the body, less for the headers): ask for fewer entries or fields. Keap may have acted
a million headers, get: not sent, Keap's reply to GET /rest/v2/contacts/1001 is larger than the limit (16 MiB for the body, less for the headers): ask for fewer entries or fields
half the JSON, create: may have been sent, Keap answered 201 to POST /rest/v2/contacts, and the reply cannot be used: it is not JSON. Keap may have acted
half the JSON, get: not sent, Keap answered 200 to GET /rest/v2/contacts/1001, and the reply cannot be used: it is not JSON
half a reply, create: may have been sent, Keap's reply to POST /rest/v2/contacts broke off: %s. Keap may have acted
half a reply, get: not sent, Keap's reply to GET /rest/v2/contacts/1001 broke off: %s
nested 10,000 deep, create: may have been sent, Keap answered 200 to POST /rest/v2/contacts, and the reply cannot be used: it is nested too deeply. Keap may have acted
nested 10,000 deep, get: not sent, Keap answered 200 to GET /rest/v2/contacts/1001, and the reply cannot be used: it is nested too deeply
not HTTP, create: may have been sent, POST /rest/v2/contacts was sent and got no reply: %s. Keap may have acted
not HTTP, get: not sent, GET /rest/v2/contacts/1001 was sent and got no reply: %s
HTML, create: may have been sent, Keap answered 200 to POST /rest/v2/contacts, and the reply cannot be used: it is not JSON. Keap may have acted
HTML, get: not sent, Keap answered 200 to GET /rest/v2/contacts/1001, and the reply cannot be used: it is not JSON
bool(true)
bool(true)
valid 0 []
