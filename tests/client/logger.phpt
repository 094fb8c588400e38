--TEST--
infusionsoft_logger() is called once per finished call, with a level that depends on the outcome
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.max_wait_ms' => 10000];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/logger.inc';

infusionsoft_logger(print_entry(...));
$find = fn () => infusionsoft_contact_find('a@example.com');
$status = fn (int $status, array $more = []) => ['path' => '/crm', 'action' => 'status', 'status' => $status] + $more;

$calls = [
    'no grant' => [$find, null],
    'good' => [$find, null],
    'retried' => [$find, $status(502)],
    'limited for a moment' => [$find, $status(429, ['retry_after' => 0])],
    'refused' => [fn () => infusionsoft_contact_get(7), null],
    'down' => [fn () => infusionsoft_contact_create(['email' => 'a@example.com']), $status(500)],
    'unreadable' => [$find, $status(200, ['body' => '<html>', 'times' => 4])],
    'no reply' => [fn () => infusionsoft_contact_create(['email' => 'a@example.com']), ['path' => '/crm', 'action' => 'hangup', 'at' => 'after']],
    'limited' => [$find, ['path' => '/crm', 'action' => 'quota', 'retry_after' => 3600]],
];
foreach ($calls as $name => [$call, $fault]) {
    echo "- $name\n";
    $fault && $keap->fault($fault);
    outcome($call);
    if ($name === 'no grant') {
        $keap->authorize();
    }
}
// The next slot is an hour away, so the call fails at once.
echo "- not its turn\n";
outcome($find);

echo "- several parts\n";
infusionsoft_token_import(['api_key' => $keap->apiKey], 'another');
outcome(fn () => infusionsoft_tag_apply($keap->tag('Customer'), range(1, 101), account: 'another'));

// Keap answered the call before with 429 and Retry-After: 4.
echo "- waited for its turn\n";
infusionsoft_token_import(['api_key' => 'slow'], 'slow');
$keap->fault($status(429, ['retry_after' => 4]), $status(200, ['body' => []]));
ini_set('infusionsoft.retries', 0);
foreach (range(1, 2) as $ignored) {
    outcome(fn () => infusionsoft_request('GET', '/rest/v2/contacts', account: 'slow'));
}

echo "- a wrong argument, and no logger\n";
outcome(fn () => infusionsoft_contact_find('*'));
infusionsoft_logger(null);
outcome(fn () => infusionsoft_contact_get(7, account: 'another'));
?>
--EXPECT--
- no grant
error: There is no grant for account "default": send the owner of the Keap application to infusionsoft_authorize_url(), import a token pair with infusionsoft_token_import(), or set infusionsoft.api_key {"account":"default","method":"GET","path":"/rest/v2/contacts","status":null,"tries":0,"error":"Infusionsoft\\AuthorizationException","may_have_acted":false}
- good
debug: GET /rest/v2/contacts: 200 in <time> {"account":"default","method":"GET","path":"/rest/v2/contacts","status":200,"tries":1}
- retried
notice: GET /rest/v2/contacts: 200 in <time>, 2 tries {"account":"default","method":"GET","path":"/rest/v2/contacts","status":200,"tries":2}
- limited for a moment
notice: GET /rest/v2/contacts: 200 in <time>, 2 tries {"account":"default","method":"GET","path":"/rest/v2/contacts","status":200,"tries":2}
- refused
warning: Keap answered 404 to GET /rest/v2/contacts/7: No contact 7 (NOT_FOUND) {"account":"default","method":"GET","path":"/rest/v2/contacts/7","status":404,"tries":1,"error":"Infusionsoft\\ApiException","may_have_acted":false}
- down
error: Keap answered 500 to POST /rest/v2/contacts {"account":"default","method":"POST","path":"/rest/v2/contacts","status":500,"tries":1,"error":"Infusionsoft\\ApiException","may_have_acted":true}
- unreadable
error: Keap answered 200 to GET /rest/v2/contacts, and the reply cannot be used: it is not JSON {"account":"default","method":"GET","path":"/rest/v2/contacts","status":200,"tries":4,"error":"Infusionsoft\\TransportException","may_have_acted":false}
- no reply
error: POST /rest/v2/contacts was sent and got no reply: The connection was closed before a reply came. Keap may have acted {"account":"default","method":"POST","path":"/rest/v2/contacts","status":null,"tries":1,"error":"Infusionsoft\\TransportException","may_have_acted":true}
- limited
warning: Keap answered 429 to GET /rest/v2/contacts: Rate limit quota violation. Quota limit  exceeded. (policies.ratelimit.QuotaViolation) {"account":"default","method":"GET","path":"/rest/v2/contacts","status":429,"tries":1,"error":"Infusionsoft\\RateLimitException","may_have_acted":false}
- not its turn
warning: Keap's rate limit is used up by other calls: the next slot is in <time>, and this call may wait <time> more (infusionsoft.max_wait_ms). It was not sent {"account":"default","method":"GET","path":"/rest/v2/contacts","status":null,"tries":0,"error":"Infusionsoft\\RateLimitException","may_have_acted":false}
- several parts
debug: POST /rest/v2/tags/101/contacts:applyTags: 200 in <time> {"account":"another","method":"POST","path":"/rest/v2/tags/101/contacts:applyTags","status":200,"tries":1}
debug: POST /rest/v2/tags/101/contacts:applyTags: 200 in <time> {"account":"another","method":"POST","path":"/rest/v2/tags/101/contacts:applyTags","status":200,"tries":1}
- waited for its turn
warning: Keap answered 429 to GET /rest/v2/contacts {"account":"slow","method":"GET","path":"/rest/v2/contacts","status":429,"tries":1,"error":"Infusionsoft\\RateLimitException","may_have_acted":false}
notice: GET /rest/v2/contacts: 200 in <time> {"account":"slow","method":"GET","path":"/rest/v2/contacts","status":200,"tries":1}
- a wrong argument, and no logger
warning: infusionsoft_contact_find(): Argument #1 ($email) must be one whole e-mail address, without blanks, invisible characters, "*", ";" or "==" {"account":"default","function":"infusionsoft_contact_find","error":"ValueError","may_have_acted":false}
