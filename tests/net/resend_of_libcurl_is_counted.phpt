--TEST--
A request that libcurl sends again, because a kept connection died under it, counts as a try and a retry
--SKIPIF--
<?php require __DIR__ . '/prereq_skipif.inc'; ?>
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.retries' => 0];
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
infusionsoft_contact_create(['email' => 'first@example.com']);
foreach ([
    'create that Keap can match' => fn () => infusionsoft_contact_create(['email' => 'second@example.com'], 'Email'),
    'create' => fn () => infusionsoft_contact_create(['email' => 'third@example.com']),
    'get' => fn () => infusionsoft_contact_get(1001),
] as $what => $call) {
    infusionsoft_contact_get(1001);
    $sent = count($keap->journal());
    $retries = infusionsoft_stats()['retries'];
    $keap->fault(['path' => '/crm', 'action' => 'hangup', 'at' => 'after']);
    try {
        $call();
    } catch (Infusionsoft\TransportException $error) {
    }
    echo "$what: sent ", count($keap->journal()) - $sent, ', tries ', infusionsoft_last_reply()['tries'];
    echo ', created ', json_encode(infusionsoft_last_reply()['created']);
    echo ', retries ', infusionsoft_stats()['retries'] - $retries, "\n";
}
?>
--EXPECT--
create that Keap can match: sent 2, tries 2, created null, retries 1
create: sent 1, tries 1, created null, retries 0
get: sent 2, tries 2, created null, retries 1
