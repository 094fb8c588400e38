--TEST--
infusionsoft_hook_receive() gives the header to repeat, or the events, and finds the mark however the address arrives
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$url = infusionsoft_hook_url('https://example.com/keap/hooks?tenant=caf%C3%A9%20x&empty');
$show = fn (array $hook) => print(json_encode($hook) . "\n");

echo "Verification:\n";
foreach ([['X-Hook-Secret' => 'abc'], ['x-hook-secret' => ['abc']], ['HTTP_X_HOOK_SECRET' => 'abc'], ['Host' => 'x', 'X-HOOK-SECRET' => ['abc', 'd']]] as $headers) {
    $show(infusionsoft_hook_receive($url, $headers, ''));
}
$show(infusionsoft_hook_receive($url, ['X-Hook-Secret' => 'abc'], '{"any": "body"}'));

echo "Deliveries:\n";
$show(infusionsoft_hook_receive($url, [], '{"event_key":"contact.add","object_type":"contact","object_keys":[
    {"apiUrl":"https://api.infusionsoft.com/crm/rest/v1/contacts/5","id":5,"timestamp":"2026-01-02T03:04:05Z"},
    {"apiUrl":"","id":"6","timestamp":"2026-01-02T03:04:05.678+0100"},
    {"id":7},
    {"id":8,"timestamp":"tomorrow"},
    {"apiUrl":"https://api.infusionsoft.com/crm/rest/v1/contacts/5","id":5,"timestamp":"2026-01-02T03:04:05Z"}]}'));
$show(infusionsoft_hook_receive($url, [], '{"event_key":"contactGroup.applied","object_keys":[{"id":91,"contact_details":[{"id":5}]}]}'));
// A number that JSON has and PHP's does not: nothing tells these apart, so each is given.
echo implode(' ', array_column(infusionsoft_hook_receive($url, [], '{"event_key":"contact.add","object_keys":[{"id":1,"x":1e999},{"id":2,"x":1e999}]}')['events'], 'id')), "\n";
$show(infusionsoft_hook_receive($url, ['X-Hook-Secret' => ''], '{"event_key":"contact.add","object_type":"contact","object_keys":[]}'));

echo "The address as it arrives:\n";
$mark = substr($url, -64);
foreach ([
    "https://example.com/keap/hooks?tenant=caf%c3%a9+x&empty&keap_mark=$mark",
    "http://10.0.0.7:8080/keap/hooks?tenant=caf%C3%A9%20x&empty&keap_mark=$mark",
    "/keap/hooks?tenant=caf%C3%A9%20x&empty&keap_mark=$mark",
    "/keap/hooks/?empty=&keap_mark=$mark&tenant=café%20x",
    "//keap/hooks?tenant=caf%C3%A9%20x&empty&keap_mark=$mark",
] as $arrived) {
    try {
        infusionsoft_hook_receive($arrived, [], '{"event_key":"contact.add","object_type":"contact","object_keys":[]}');
        echo 'taken   ';
    } catch (Infusionsoft\AuthorizationException) {
        echo 'refused ';
    }
    echo str_replace($mark, 'MARK', $arrived), "\n";
}
?>
--EXPECT--
Verification:
{"verify":true,"headers":{"X-Hook-Secret":"abc"},"events":[]}
{"verify":true,"headers":{"X-Hook-Secret":"abc"},"events":[]}
{"verify":true,"headers":{"X-Hook-Secret":"abc"},"events":[]}
{"verify":true,"headers":{"X-Hook-Secret":"abc"},"events":[]}
{"verify":true,"headers":{"X-Hook-Secret":"abc"},"events":[]}
Deliveries:
{"verify":false,"headers":[],"events":[{"event":"contact.add","type":"contact","id":"5","at":1767323045,"details":[]},{"event":"contact.add","type":"contact","id":"6","at":1767319445,"details":[]},{"event":"contact.add","type":"contact","id":"7","at":null,"details":[]},{"event":"contact.add","type":"contact","id":"8","at":null,"details":[]}]}
{"verify":false,"headers":[],"events":[{"event":"contactGroup.applied","type":null,"id":"91","at":null,"details":{"contact_details":[{"id":5}]}}]}
1 2
{"verify":false,"headers":[],"events":[]}
The address as it arrives:
taken   https://example.com/keap/hooks?tenant=caf%c3%a9+x&empty&keap_mark=MARK
taken   http://10.0.0.7:8080/keap/hooks?tenant=caf%C3%A9%20x&empty&keap_mark=MARK
taken   /keap/hooks?tenant=caf%C3%A9%20x&empty&keap_mark=MARK
taken   /keap/hooks/?empty=&keap_mark=MARK&tenant=café%20x
refused //keap/hooks?tenant=caf%C3%A9%20x&empty&keap_mark=MARK
