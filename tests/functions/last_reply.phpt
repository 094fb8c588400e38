--TEST--
infusionsoft_last_reply() tells a created contact from an updated one, and how the last call went
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

function show(string $name, callable $call): void
{
    $outcome = outcome($call);
    $last = infusionsoft_last_reply();
    if ($last !== null) {
        is_int($last['duration_ms']) && $last['duration_ms'] >= 0 or print("duration_ms is wrong\n");
        unset($last['duration_ms']);
        $last['headers'] = array_intersect_key($last['headers'], ['content-type' => 1, 'x-request-id' => 1, 'x-keap-product-quota-limit' => 1]);
    }
    echo "$name: $outcome ", json_encode($last, JSON_UNESCAPED_SLASHES), "\n";
}
show('nothing yet', fn () => 0);
show('no grant', fn () => infusionsoft_contact_get(1001));
$keap->authorize();
$create = fn () => infusionsoft_contact_create(['email' => 'a@example.com'], 'Email', ['id']);
show('created', $create);
show('updated', $create);
show('a wrong argument', fn () => infusionsoft_contact_find('*'));
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 502]);
show('tried twice', $create);
$keap->fault(['path' => '/crm', 'action' => 'half-json']);
show('created, cut, found', fn () => infusionsoft_contact_create(['email' => 'cut@example.com'], 'Email', ['id']));
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 429, 'headers' => ['Retry-After' => '0']]);
show('limited, found', $create);
$secret = ['X-Request-Id' => 'abc-1', 'Set-Cookie' => 'at-secret', 'Authorization' => 'at-secret', 'Server' => 'x', 'X-Keap-Product-Quota-Limit' => '5'];
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 404, 'headers' => $secret]);
show('not found', fn () => infusionsoft_contact_get(7));
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 404, 'headers' => $secret]);
outcome(fn () => infusionsoft_contact_get(7));
var_dump(str_contains(json_encode(infusionsoft_last_reply()), 'secret'), array_key_exists('server', infusionsoft_last_reply()['headers']));
$keap->fault(['path' => '/crm', 'action' => 'hangup', 'at' => 'after']);
show('no reply', fn () => infusionsoft_contact_create(['email' => 'b@example.com']));
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 201]);
show('unusable', fn () => infusionsoft_contact_create(['email' => 'b@example.com']));
show('by hand', fn () => infusionsoft_request('DELETE', '/rest/v2/contacts/1001'));

infusionsoft_fake([]);
show('faked', $create);
infusionsoft_fake(['createContact' => ['status' => 200, 'body' => ['id' => '7'], 'headers' => ['X-Request-ID' => 'abc', 'Cookie' => 'x']]]);
show('faked match', $create);
?>
--EXPECT--
nothing yet: 0 null
no grant: AuthorizationException: There is no grant for account "default": send the owner of the Keap application to infusionsoft_authorize_url(), import a token pair with infusionsoft_token_import(), or set infusionsoft.api_key {"status":0,"created":null,"tries":0,"operation":"getContact","headers":[]}
created: {"id":"1001"} {"status":201,"created":true,"tries":1,"operation":"createContact","headers":{"content-type":"application/json;charset=UTF-8","x-keap-product-quota-limit":"150000"}}
updated: {"id":"1001"} {"status":200,"created":false,"tries":1,"operation":"createContact","headers":{"content-type":"application/json;charset=UTF-8","x-keap-product-quota-limit":"150000"}}
a wrong argument: ValueError: Argument #1 ($email) must be one whole e-mail address, without blanks, invisible characters, "*", ";" or "==" {"status":200,"created":false,"tries":1,"operation":"createContact","headers":{"content-type":"application/json;charset=UTF-8","x-keap-product-quota-limit":"150000"}}
tried twice: {"id":"1001"} {"status":200,"created":null,"tries":2,"operation":"createContact","headers":{"content-type":"application/json;charset=UTF-8","x-keap-product-quota-limit":"150000"}}
created, cut, found: {"id":"1002"} {"status":200,"created":null,"tries":2,"operation":"createContact","headers":{"content-type":"application/json;charset=UTF-8","x-keap-product-quota-limit":"150000"}}
limited, found: {"id":"1001"} {"status":200,"created":false,"tries":2,"operation":"createContact","headers":{"content-type":"application/json;charset=UTF-8","x-keap-product-quota-limit":"150000"}}
not found: ApiException 404 null {"status":404,"created":null,"tries":1,"operation":"getContact","headers":{"content-type":"application/json","x-request-id":"abc-1","x-keap-product-quota-limit":"5"}}
bool(false)
bool(false)
no reply: TransportException, may have been sent {"status":0,"created":null,"tries":1,"operation":"createContact","headers":[]}
unusable: TransportException, may have been sent {"status":201,"created":null,"tries":1,"operation":"createContact","headers":{"content-type":"application/json"}}
by hand: null {"status":204,"created":null,"tries":1,"operation":"deleteContact","headers":{"x-keap-product-quota-limit":"150000"}}
faked: {"id":"1","email_addresses":[{"email":"a@example.com","field":"EMAIL1"}]} {"status":201,"created":true,"tries":1,"operation":"createContact","headers":[]}
faked match: {"id":"7"} {"status":200,"created":false,"tries":1,"operation":"createContact","headers":{"x-request-id":"abc"}}
