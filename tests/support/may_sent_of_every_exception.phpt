--TEST--
Every exception says whether Keap may have acted, also as an error value of a batch
--FILE--
<?php
$replies = [
    'refused' => 400, 'not found' => 404, 'limited' => 429, 'redirect' => 302, '500' => 500, '502' => 502, '503' => 503,
    '503 with Retry-After' => ['status' => 503, 'retry_after' => 1], '504' => 504, '520' => 520,
    'HTML' => '<html>', 'empty' => ['status' => 201], 'no reply' => ['fault' => 'no_reply'], 'cut' => ['fault' => 'cut'],
    'not sent' => ['fault' => 'not_sent'],
];
$calls = [
    'create' => fn () => infusionsoft_contact_create(['email' => 'a@example.com']),
    'matching create' => fn () => infusionsoft_contact_create(['email' => 'a@example.com'], 'Email'),
    'get' => fn () => infusionsoft_contact_get(7),
];
foreach ($replies as $what => $reply) {
    infusionsoft_fake(['*' => $reply, 'createContact' => $reply, 'getContact' => $reply]);
    foreach (infusionsoft_batch($calls) as $name => $error) {
        echo "$name, $what: ", $error::class, ' ', json_encode($error->maySent), "\n";
    }
}
infusionsoft_fake(null);
ini_set('infusionsoft.account', '');
try {
    infusionsoft_contact_get(7);
} catch (Infusionsoft\Exception $error) {
    echo $error::class, ' ', json_encode($error->maySent), "\n";
}
?>
--EXPECT--
create, refused: Infusionsoft\ApiException false
matching create, refused: Infusionsoft\ApiException false
get, refused: Infusionsoft\ApiException false
create, not found: Infusionsoft\ApiException false
matching create, not found: Infusionsoft\ApiException false
get, not found: Infusionsoft\ApiException false
create, limited: Infusionsoft\RateLimitException false
matching create, limited: Infusionsoft\RateLimitException false
get, limited: Infusionsoft\RateLimitException false
create, redirect: Infusionsoft\ApiException true
matching create, redirect: Infusionsoft\ApiException true
get, redirect: Infusionsoft\ApiException true
create, 500: Infusionsoft\ApiException true
matching create, 500: Infusionsoft\ApiException false
get, 500: Infusionsoft\ApiException false
create, 502: Infusionsoft\ApiException true
matching create, 502: Infusionsoft\ApiException false
get, 502: Infusionsoft\ApiException false
create, 503: Infusionsoft\ApiException true
matching create, 503: Infusionsoft\ApiException false
get, 503: Infusionsoft\ApiException false
create, 503 with Retry-After: Infusionsoft\ApiException true
matching create, 503 with Retry-After: Infusionsoft\ApiException false
get, 503 with Retry-After: Infusionsoft\ApiException false
create, 504: Infusionsoft\ApiException true
matching create, 504: Infusionsoft\ApiException false
get, 504: Infusionsoft\ApiException false
create, 520: Infusionsoft\ApiException true
matching create, 520: Infusionsoft\ApiException false
get, 520: Infusionsoft\ApiException false
create, HTML: Infusionsoft\TransportException true
matching create, HTML: Infusionsoft\TransportException true
get, HTML: Infusionsoft\TransportException true
create, empty: Infusionsoft\TransportException true
matching create, empty: Infusionsoft\TransportException true
get, empty: Infusionsoft\TransportException true
create, no reply: Infusionsoft\TransportException true
matching create, no reply: Infusionsoft\TransportException true
get, no reply: Infusionsoft\TransportException true
create, cut: Infusionsoft\TransportException true
matching create, cut: Infusionsoft\TransportException true
get, cut: Infusionsoft\TransportException true
create, not sent: Infusionsoft\TransportException false
matching create, not sent: Infusionsoft\TransportException false
get, not sent: Infusionsoft\TransportException false
Infusionsoft\ConfigurationException false
