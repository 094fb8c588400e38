--TEST--
What is no grant never replaces one, whatever the token endpoint answers
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$lies = [
    'HTML' => ['action' => 'html'],
    'empty' => ['action' => 'status', 'status' => 200],
    'null' => ['action' => 'status', 'status' => 200, 'body' => 'null'],
    'list' => ['action' => 'status', 'status' => 200, 'body' => '[1]'],
    'half JSON' => ['action' => 'half-json'],
    'no refresh token' => ['action' => 'edit', 'unset' => ['refresh_token']],
    'no access token' => ['action' => 'edit', 'unset' => ['access_token']],
    'empty access token' => ['action' => 'edit', 'set' => ['access_token' => '']],
    'token with CR LF' => ['action' => 'edit', 'set' => ['access_token' => "at-x\r\nX-Evil: 1"]],
    'token of a number' => ['action' => 'edit', 'set' => ['refresh_token' => 12]],
    'token too long' => ['action' => 'edit', 'set' => ['access_token' => str_repeat('x', 5000)]],
    'deep' => ['action' => 'deep'],
    'flood' => ['action' => 'flood', 'bytes' => 1000000],
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
    echo "$what: ", preg_replace('/answer: .*/', 'answer: …', $line), "\n";
    if ($status['state'] !== 'valid' || $status['last_error'] !== explode(': ', $line, 2)[1] || call_keap() !== 'called') {
        echo json_encode($status), ' ', call_keap(), "\n";
    }
}
echo posts($keap) === count($lies) ? 'each asked once' : 'asked more often', "\n";
?>
--EXPECT--
HTML: Infusionsoft\ApiException: Keap's token endpoint answered 200 with something that is not a JSON object
empty: Infusionsoft\ApiException: Keap's token endpoint answered 200 with something that is not a JSON object
null: Infusionsoft\ApiException: Keap's token endpoint answered 200 with something that is not a JSON object
list: Infusionsoft\ApiException: Keap's token endpoint answered 200 without a usable grant: access_token is missing
half JSON: Infusionsoft\ApiException: Keap's token endpoint answered 200 with something that is not a JSON object
no refresh token: Infusionsoft\ApiException: Keap's token endpoint answered 200 without a usable grant: refresh_token is missing
no access token: Infusionsoft\ApiException: Keap's token endpoint answered 200 without a usable grant: access_token is missing
empty access token: Infusionsoft\ApiException: Keap's token endpoint answered 200 without a usable grant: access_token must be visible ASCII characters, without blanks or line ends, and not empty
token with CR LF: Infusionsoft\ApiException: Keap's token endpoint answered 200 without a usable grant: access_token must be visible ASCII characters, without blanks or line ends, and not empty
token of a number: Infusionsoft\ApiException: Keap's token endpoint answered 200 without a usable grant: refresh_token must be a string
token too long: Infusionsoft\ApiException: Keap's token endpoint answered 200 without a usable grant: the tokens are longer than the store can hold
deep: Infusionsoft\ApiException: Keap's token endpoint answered 200 with something that is not a JSON object
flood: Infusionsoft\TransportException: Keap's token endpoint was asked and gave no whole answer: …
half a reply: Infusionsoft\TransportException: Keap's token endpoint was asked and gave no whole answer: …
redirect: Infusionsoft\ApiException: Keap's token endpoint answered 302
500: Infusionsoft\ApiException: Keap's token endpoint answered 500
502: Infusionsoft\ApiException: Keap's token endpoint answered 502
404: Infusionsoft\ApiException: Keap's token endpoint answered 404
429: Infusionsoft\RateLimitException: Keap's token endpoint asks to wait (429)
each asked once
