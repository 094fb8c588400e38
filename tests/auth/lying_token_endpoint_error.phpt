--TEST--
A reply without a usable grant never replaces the stored grant, whatever the token endpoint sends
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$deep = [];
for ($depth = 0; $depth < 100; $depth++) {
    $deep = [$deep];
}
$lies = [
    'HTML' => ['action' => 'html'],
    'empty' => ['action' => 'status', 'status' => 200],
    'null' => ['action' => 'status', 'status' => 200, 'body' => 'null'],
    'list' => ['action' => 'status', 'status' => 200, 'body' => '[1]'],
    'half JSON' => ['action' => 'half-json'],
    'no refresh token' => ['action' => 'edit', 'unset' => ['refresh_token']],
    'empty refresh token' => ['action' => 'edit', 'set' => ['refresh_token' => '']],
    'no access token' => ['action' => 'edit', 'unset' => ['access_token']],
    'empty access token' => ['action' => 'edit', 'set' => ['access_token' => '']],
    'token with CR LF' => ['action' => 'edit', 'set' => ['access_token' => "at-x\r\nX-Evil: 1"]],
    'token of a number' => ['action' => 'edit', 'set' => ['refresh_token' => 12]],
    'token too long' => ['action' => 'edit', 'set' => ['access_token' => str_repeat('x', 5000)]],
    'token of invalid UTF-8' => ['action' => 'status', 'status' => 200, 'body_base64' => base64_encode('{"access_token":"at-' . "\xff" . '","refresh_token":"rt-x"}')],
    'deep' => ['action' => 'deep'],
    'deep beside tokens' => ['action' => 'edit', 'set' => ['more' => $deep]],
    'flood' => ['action' => 'flood', 'bytes' => 100000000],
    'flood in one header' => ['action' => 'flood-headers', 'bytes' => 100000000, 'line' => 100000000],
    'a million headers' => ['action' => 'flood-headers', 'bytes' => 15000000, 'line' => 15],
    'half a reply' => ['action' => 'hangup', 'at' => 'mid-reply'],
    'redirect' => ['action' => 'status', 'status' => 302, 'headers' => ['location' => $keap->http . '/token']],
    '500' => ['action' => 'status', 'status' => 500, 'body' => '<h1>'],
    '502' => ['action' => 'html', 'status' => 502],
    '404' => ['action' => 'html', 'status' => 404],
    '429' => ['action' => 'throttled', 'retry_after' => 7],
];
foreach ($lies as $what => $lie) {
    $keap->authorize();
    $keap->fault(['path' => '/token'] + $lie);
    $line = attempt(fn () => infusionsoft_token_refresh(force: true));
    $status = infusionsoft_token_status();
    echo "$what: ", preg_replace('/answer: .*/', 'answer: …', $line);
    if ($status['state'] !== 'valid' || $status['last_error'] !== explode(': ', $line, 2)[1] || call_keap() !== 'called') {
        echo json_encode($status), ' ', call_keap();
    }
    // If Keap had replaced the token, the next refresh says that a person must authorize again; otherwise it succeeds.
    attempt(fn () => infusionsoft_token_refresh(force: true));
    $status = infusionsoft_token_status();
    echo " | then $status[state]", str_contains((string) $status['last_error'], 'got no answer') ? ', known to be lost' : '', "\n";
}
echo posts($keap) === 2 * count($lies) ? 'each asked once' : 'asked more often', "\n";
// Largest memory of an exchange, in KiB; not measured under a memory checker.
var_dump(getrusage(1)['ru_maxrss'] < 65536 || getenv('USE_ZEND_ALLOC') === '0');
?>
--EXPECT--
HTML: Infusionsoft\ApiException: Keap's token endpoint answered 200 with something that is not a JSON object | then valid
empty: Infusionsoft\ApiException: Keap's token endpoint answered 200 with something that is not a JSON object | then valid
null: Infusionsoft\ApiException: Keap's token endpoint answered 200 with something that is not a JSON object | then valid
list: Infusionsoft\ApiException: Keap's token endpoint answered 200 without a usable grant: access_token is missing | then valid
half JSON: Infusionsoft\ApiException: Keap's token endpoint answered 200 with something that is not a JSON object | then reauthorization_required, known to be lost
no refresh token: Infusionsoft\ApiException: Keap's token endpoint answered 200 without a usable grant: refresh_token is missing | then reauthorization_required, known to be lost
empty refresh token: Infusionsoft\ApiException: Keap's token endpoint answered 200 without a usable grant: refresh_token must be visible ASCII characters, without blanks or line ends, and not empty | then reauthorization_required, known to be lost
no access token: Infusionsoft\ApiException: Keap's token endpoint answered 200 without a usable grant: access_token is missing | then reauthorization_required, known to be lost
empty access token: Infusionsoft\ApiException: Keap's token endpoint answered 200 without a usable grant: access_token must be visible ASCII characters, without blanks or line ends, and not empty | then reauthorization_required, known to be lost
token with CR LF: Infusionsoft\ApiException: Keap's token endpoint answered 200 without a usable grant: access_token must be visible ASCII characters, without blanks or line ends, and not empty | then reauthorization_required, known to be lost
token of a number: Infusionsoft\ApiException: Keap's token endpoint answered 200 without a usable grant: refresh_token must be a string | then reauthorization_required, known to be lost
token too long: Infusionsoft\ApiException: Keap's token endpoint answered 200 without a usable grant: the tokens are longer than the store can hold | then reauthorization_required, known to be lost
token of invalid UTF-8: Infusionsoft\ApiException: Keap's token endpoint answered 200 without a usable grant: access_token must be visible ASCII characters, without blanks or line ends, and not empty | then valid
deep: Infusionsoft\ApiException: Keap's token endpoint answered 200 with something that is not a JSON object | then valid
deep beside tokens: Infusionsoft\ApiException: Keap's token endpoint answered 200 with something that is not a JSON object | then reauthorization_required, known to be lost
flood: Infusionsoft\TransportException: A request was sent to Keap's token endpoint, which gave no complete answer: … | then valid
flood in one header: Infusionsoft\TransportException: A request was sent to Keap's token endpoint, which gave no complete answer: … | then reauthorization_required, known to be lost
a million headers: Infusionsoft\TransportException: A request was sent to Keap's token endpoint, which gave no complete answer: … | then reauthorization_required, known to be lost
half a reply: Infusionsoft\TransportException: A request was sent to Keap's token endpoint, which gave no complete answer: … | then reauthorization_required, known to be lost
redirect: Infusionsoft\ApiException: Keap's token endpoint answered 302 | then valid
500: Infusionsoft\ApiException: Keap's token endpoint answered 500 | then valid
502: Infusionsoft\ApiException: Keap's token endpoint answered 502 | then valid
404: Infusionsoft\ApiException: Keap's token endpoint answered 404 | then valid
429: Infusionsoft\RateLimitException: Keap's token endpoint asks to wait (429) | then valid
each asked once
bool(true)
