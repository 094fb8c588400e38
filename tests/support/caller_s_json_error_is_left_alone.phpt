--TEST--
json_last_error() keeps the error of the caller's own json_decode(), whatever function is called in between
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';

import_expired($keap);
$calls = [
    'refresh and call' => fn () => infusionsoft_request('GET', '/rest/v2/contacts'),
    'create' => fn () => infusionsoft_contact_create(['email' => 'ann@example.com', 'given_name' => 'Ann']),
    'reply that is no JSON' => fn () => infusionsoft_contact_find('ann@example.com'),
    'body that is no JSON' => fn () => infusionsoft_request('POST', '/rest/v2/contacts', body: ['n' => NAN]),
    'body that is no UTF-8' => fn () => infusionsoft_request('POST', '/rest/v2/contacts', body: ['n' => "\xff"]),
    'token reply that is no JSON' => fn () => infusionsoft_token_refresh(force: true),
];
foreach ($calls as $what => $call) {
    $keap->clearFaults();
    if (str_starts_with($what, 'reply')) {
        $keap->fault(['path' => '/crm', 'action' => 'half-json', 'times' => 0]);
    } elseif (str_starts_with($what, 'token')) {
        $keap->fault(['path' => '/token', 'action' => 'half-json']);
    }
    foreach (['{broken', '1'] as $json) {
        json_decode($json);
        $before = json_last_error();
        try {
            $call();
            $outcome = 'done';
        } catch (Infusionsoft\Exception | ValueError $error) {
            $outcome = $error::class;
        }
        echo "$what: $outcome, ", json_last_error() === $before ? 'left alone' : json_last_error_msg(), "\n";
    }
}
?>
--EXPECT--
refresh and call: done, left alone
refresh and call: done, left alone
create: done, left alone
create: done, left alone
reply that is no JSON: Infusionsoft\TransportException, left alone
reply that is no JSON: Infusionsoft\TransportException, left alone
body that is no JSON: ValueError, left alone
body that is no JSON: ValueError, left alone
body that is no UTF-8: ValueError, left alone
body that is no UTF-8: ValueError, left alone
token reply that is no JSON: Infusionsoft\ApiException, left alone
token reply that is no JSON: Infusionsoft\AuthorizationException, left alone
