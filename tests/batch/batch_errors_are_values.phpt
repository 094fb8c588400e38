--TEST--
An exception of a job is the result of that job
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.retries' => 0];
$http2 = true;
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/batch.inc';

$keap->authorize();
$keap->fault(['path' => '/crm/rest/v2/contacts/7', 'action' => 'spike', 'retry_after' => 9]);
results(infusionsoft_batch([
    'refused' => fn () => infusionsoft_contact_get(99),
    'too often' => fn () => infusionsoft_contact_get(7),
    'wrong' => fn () => infusionsoft_contact_create(['given_nam' => 'Mary', 'email' => 'a@b.c']),
    'not authorized' => fn () => infusionsoft_contact_get(1, account: 'other'),
    'its own' => fn () => throw new LogicException('mine'),
    'caught' => function () {
        try {
            infusionsoft_contact_get(99);
        } catch (Infusionsoft\ApiException $error) {
            return "caught $error->status";
        }
    },
    'returned' => fn () => new Infusionsoft\Exception('not thrown'),
    'good' => create('mary'),
]));
var_dump($keap->violations());
?>
--EXPECT--
"refused": ApiException 404 NOT_FOUND
"too often": RateLimitException 429 policies.ratelimit.SpikeArrestViolation, retry after 9 s
"wrong": ValueError: Argument #1 ($contact) contact has no field "given_nam" in Keap; did you mean "given_name"?
"not authorized": AuthorizationException: There is no grant for account "other": send the owner of the Keap application to infusionsoft_authorize_url(), import a token pair with infusionsoft_token_import(), or set infusionsoft.api_key
"its own": LogicException: mine
"caught": "caught 404"
"returned": Exception: not thrown
"good": "mary"
array(0) {
}
