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
    'update' => fn () => infusionsoft_contact_update(7, ['given_name' => 'Ann']),
    'delete' => fn () => infusionsoft_contact_delete(7),
    'put' => fn () => infusionsoft_request('PUT', '/rest/v1/setting', body: ['a' => 1]),
    'upsert' => fn () => infusionsoft_contact_upsert(['email' => 'a@example.com']), // the search fails
    'get' => fn () => infusionsoft_contact_get(7),
];
foreach ($replies as $what => $reply) {
    infusionsoft_fake(['*' => $reply, 'createContact' => $reply, 'getContact' => $reply]);
    foreach (infusionsoft_batch($calls) as $name => $error) {
        if (!$error instanceof Infusionsoft\Exception) {
            continue; // an empty reply is good for these
        }
        echo "$name, $what: ", $error::class, ' ', json_encode($error->maySent), "\n";
        str_contains($error->getMessage(), 'may have acted') && !$error->maySent && print("  and its message says otherwise\n");
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
update, refused: Infusionsoft\ApiException false
delete, refused: Infusionsoft\ApiException false
put, refused: Infusionsoft\ApiException false
upsert, refused: Infusionsoft\ApiException false
get, refused: Infusionsoft\ApiException false
create, not found: Infusionsoft\ApiException false
matching create, not found: Infusionsoft\ApiException false
update, not found: Infusionsoft\ApiException false
delete, not found: Infusionsoft\ApiException false
put, not found: Infusionsoft\ApiException false
upsert, not found: Infusionsoft\ApiException false
get, not found: Infusionsoft\ApiException false
create, limited: Infusionsoft\RateLimitException false
matching create, limited: Infusionsoft\RateLimitException false
update, limited: Infusionsoft\RateLimitException false
delete, limited: Infusionsoft\RateLimitException false
put, limited: Infusionsoft\RateLimitException false
upsert, limited: Infusionsoft\RateLimitException false
get, limited: Infusionsoft\RateLimitException false
create, redirect: Infusionsoft\ApiException true
matching create, redirect: Infusionsoft\ApiException true
update, redirect: Infusionsoft\ApiException true
delete, redirect: Infusionsoft\ApiException true
put, redirect: Infusionsoft\ApiException true
upsert, redirect: Infusionsoft\ApiException false
get, redirect: Infusionsoft\ApiException false
create, 500: Infusionsoft\ApiException true
matching create, 500: Infusionsoft\ApiException true
update, 500: Infusionsoft\ApiException true
delete, 500: Infusionsoft\ApiException true
put, 500: Infusionsoft\ApiException true
upsert, 500: Infusionsoft\ApiException false
get, 500: Infusionsoft\ApiException false
create, 502: Infusionsoft\ApiException true
matching create, 502: Infusionsoft\ApiException true
update, 502: Infusionsoft\ApiException true
delete, 502: Infusionsoft\ApiException true
put, 502: Infusionsoft\ApiException true
upsert, 502: Infusionsoft\ApiException false
get, 502: Infusionsoft\ApiException false
create, 503: Infusionsoft\ApiException true
matching create, 503: Infusionsoft\ApiException true
update, 503: Infusionsoft\ApiException true
delete, 503: Infusionsoft\ApiException true
put, 503: Infusionsoft\ApiException true
upsert, 503: Infusionsoft\ApiException false
get, 503: Infusionsoft\ApiException false
create, 503 with Retry-After: Infusionsoft\ApiException true
matching create, 503 with Retry-After: Infusionsoft\ApiException true
update, 503 with Retry-After: Infusionsoft\ApiException true
delete, 503 with Retry-After: Infusionsoft\ApiException true
put, 503 with Retry-After: Infusionsoft\ApiException true
upsert, 503 with Retry-After: Infusionsoft\ApiException false
get, 503 with Retry-After: Infusionsoft\ApiException false
create, 504: Infusionsoft\ApiException true
matching create, 504: Infusionsoft\ApiException true
update, 504: Infusionsoft\ApiException true
delete, 504: Infusionsoft\ApiException true
put, 504: Infusionsoft\ApiException true
upsert, 504: Infusionsoft\ApiException false
get, 504: Infusionsoft\ApiException false
create, 520: Infusionsoft\ApiException true
matching create, 520: Infusionsoft\ApiException true
update, 520: Infusionsoft\ApiException true
delete, 520: Infusionsoft\ApiException true
put, 520: Infusionsoft\ApiException true
upsert, 520: Infusionsoft\ApiException false
get, 520: Infusionsoft\ApiException false
create, HTML: Infusionsoft\TransportException true
matching create, HTML: Infusionsoft\TransportException true
update, HTML: Infusionsoft\TransportException true
delete, HTML: Infusionsoft\TransportException true
put, HTML: Infusionsoft\TransportException true
upsert, HTML: Infusionsoft\TransportException false
get, HTML: Infusionsoft\TransportException false
create, empty: Infusionsoft\TransportException true
matching create, empty: Infusionsoft\TransportException true
update, empty: Infusionsoft\TransportException true
upsert, empty: Infusionsoft\TransportException false
get, empty: Infusionsoft\TransportException false
create, no reply: Infusionsoft\TransportException true
matching create, no reply: Infusionsoft\TransportException true
update, no reply: Infusionsoft\TransportException true
delete, no reply: Infusionsoft\TransportException true
put, no reply: Infusionsoft\TransportException true
upsert, no reply: Infusionsoft\TransportException false
get, no reply: Infusionsoft\TransportException false
create, cut: Infusionsoft\TransportException true
matching create, cut: Infusionsoft\TransportException true
update, cut: Infusionsoft\TransportException true
delete, cut: Infusionsoft\TransportException true
put, cut: Infusionsoft\TransportException true
upsert, cut: Infusionsoft\TransportException false
get, cut: Infusionsoft\TransportException false
create, not sent: Infusionsoft\TransportException false
matching create, not sent: Infusionsoft\TransportException false
update, not sent: Infusionsoft\TransportException false
delete, not sent: Infusionsoft\TransportException false
put, not sent: Infusionsoft\TransportException false
upsert, not sent: Infusionsoft\TransportException false
get, not sent: Infusionsoft\TransportException false
Infusionsoft\ConfigurationException false
