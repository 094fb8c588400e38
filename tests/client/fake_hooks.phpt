--TEST--
While a fake is on, an address is marked and a delivery is received without a store, and infusionsoft_hooks_sync() is answered as by Keap
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

infusionsoft_fake([]);
$url = infusionsoft_hook_url('https://example.com/hooks');
$delivery = '{"event_key":"contact.add","object_type":"contact","object_keys":[{"id":5,"timestamp":"2026-01-02T03:04:05Z"}]}';
foreach ([1, 2] as $time) {
    echo json_encode(infusionsoft_hook_receive($url, [], $delivery)['events']), "\n";
}
try {
    infusionsoft_hook_receive('https://example.com/hooks', [], $delivery);
} catch (Infusionsoft\AuthorizationException $error) {
    echo "refused\n";
}
echo json_encode(infusionsoft_hooks_sync(['contact.add' => 'https://example.com/hooks']), JSON_UNESCAPED_SLASHES), "\n";
echo implode(', ', array_column(infusionsoft_recorded(), 'operation')), "\n";
// A list is a sequence of replies: here of one, which is a list too.
infusionsoft_fake(['list_stored_hook_subscriptions' => [[['key' => '7', 'eventKey' => 'contact.add', 'hookUrl' => $url, 'status' => 'Inactive']]]]);
echo json_encode(infusionsoft_hooks_sync(['contact.add' => 'https://example.com/hooks']), JSON_UNESCAPED_SLASHES), "\n";
// Keap may write the address in another way.
$there = str_replace(['https://example.com/hooks'], ['HTTPS://Example.com/%68ooks/'], $url);
infusionsoft_fake(['list_stored_hook_subscriptions' => [[['key' => '7', 'eventKey' => 'contact.add', 'hookUrl' => $there, 'status' => 'Verified']]]]);
echo implode(' ', array_column(infusionsoft_hooks_sync(['contact.add' => 'https://example.com/hooks']), 'did')), ', ', count(infusionsoft_recorded()), " request\n";
echo count(glob("{$keap->storePath()}/*")), " files, ", count($keap->journal()), " requests\n";
?>
--EXPECT--
[{"event":"contact.add","type":"contact","id":"5","at":1767323045,"details":[]}]
[{"event":"contact.add","type":"contact","id":"5","at":1767323045,"details":[]}]
refused
[{"event":"contact.add","url":"https://example.com/hooks","did":"created","key":"1","status":"Verified","error":null}]
list_stored_hook_subscriptions, list_hook_event_types, create_a_hook_subscription
[{"event":"contact.add","url":"https://example.com/hooks","did":"verified","key":"7","status":"Verified","error":null}]
kept, 1 request
0 files, 0 requests
