--TEST--
infusionsoft_hook_receive() refuses a request without the mark of this account and path, and what is not a delivery, and shows no mark
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$php = ['zend.exception_ignore_args' => 0];
require __DIR__ . '/../keap/keap.inc';

$url = infusionsoft_hook_url('https://example.com/hooks?tenant=7');
$mark = substr($url, -64);
$other = $mark;
$other[0] = $mark[0] === '0' ? '1' : '0';
$delivery = '{"event_key":"contact.add","object_type":"contact","object_keys":[{"id":5}]}';
$attempt = function (#[SensitiveParameter] string $url, #[SensitiveParameter] array $headers, string $body, ?string $account = null) use ($mark): void {
    try {
        $hook = infusionsoft_hook_receive($url, $headers, $body, $account);
        echo json_encode($hook), "\n";
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
        echo str_contains($error, $mark) || str_contains($error, 'hook-secret-value') ? "SHOWS A SECRET\n" : '';
    }
};

echo "Forgeries:\n";
foreach ([
    '', 'https://example.com/hooks?tenant=7', "https://example.com/hooks?tenant=7&keap_mark=$other",
    'https://example.com/hooks?tenant=7&keap_mark=' . substr($mark, 1), "https://example.com/hooks?tenant=7&keap_mark={$mark}0",
    "https://example.com/hooks?tenant=8&keap_mark=$mark", "https://example.com/hooks?keap_mark=$mark", "https://example.com/other?tenant=7&keap_mark=$mark",
    "https://example.com/hooks?tenant=7&keap_mark=$mark&keap_mark=$mark", "https://example.com/hooks?tenant=7#&keap_mark=$mark",
    "https://example.com/hooks?tenant=7&keap_mark=\0$mark",
] as $forged) {
    try {
        infusionsoft_hook_receive($forged, ['X-Hook-Secret' => 'hook-secret-value'], $delivery);
        echo "ACCEPTED $forged\n";
    } catch (Infusionsoft\AuthorizationException $error) {
        echo 'refused ', var_export($error->maySent, true), "\n";
    }
}
$attempt('https://example.com/hooks?tenant=7', [], $delivery);
$attempt($url, [], $delivery, 'another');

echo "No deliveries:\n";
foreach (['', 'null', '5', '{', '[]', '{"event_key":"","object_keys":[]}', '{"event_key":"contact.add"}', '{"event_key":"contact.add","object_keys":"5"}',
    '{"event_key":"contact.add","object_keys":[5]}', '{"event_key":"contact.add","object_keys":[{"id":null}]}', '{"event_key":"contact.add","object_keys":[{"id":""}]}',
    str_repeat('[', 100)] as $body) {
    $attempt($url, ['Host' => 'x'], $body);
}
echo "Headers:\n";
foreach (["a\r\nSet-Cookie: b", "a\0", "caf\xc3\xa9", str_repeat('x', 1025)] as $secret) {
    $attempt($url, ['X-Hook-Secret' => "hook-secret-value$secret"], '');
}
foreach ([['X-Hook-Secret' => 5], ['X-Hook-Secret' => []], [['X-Hook-Secret']], ['X-Hook-Secret' => null]] as $headers) {
    $attempt($url, $headers, $delivery);
}
?>
--EXPECT--
Forgeries:
refused false
refused false
refused false
refused false
refused false
refused false
refused false
refused false
refused false
refused false
refused false
Infusionsoft\AuthorizationException: Refused a request to a hook of account "default": its address has no keap_mark, or several. Keap calls the address that infusionsoft_hook_url() made for this account; give the address as it arrived, with its whole query
Infusionsoft\AuthorizationException: Refused a request to a hook of account "another": its address has another mark than this account and path need. Keap calls the address that infusionsoft_hook_url() made for this account; give the address as it arrived, with its whole query
No deliveries:
ValueError: infusionsoft_hook_receive(): Argument #3 ($body) must be what Keap sends to a hook: it is not JSON
ValueError: infusionsoft_hook_receive(): Argument #3 ($body) must be what Keap sends to a hook: a JSON object with event_key
ValueError: infusionsoft_hook_receive(): Argument #3 ($body) must be what Keap sends to a hook: a JSON object with event_key
ValueError: infusionsoft_hook_receive(): Argument #3 ($body) must be what Keap sends to a hook: it is not JSON
ValueError: infusionsoft_hook_receive(): Argument #3 ($body) must be what Keap sends to a hook: a JSON object with event_key
ValueError: infusionsoft_hook_receive(): Argument #3 ($body) must be what Keap sends to a hook: a JSON object with event_key
ValueError: infusionsoft_hook_receive(): Argument #3 ($body) must be what Keap sends to a hook: a JSON object with the list object_keys
ValueError: infusionsoft_hook_receive(): Argument #3 ($body) must be what Keap sends to a hook: a JSON object with the list object_keys
ValueError: infusionsoft_hook_receive(): Argument #3 ($body) must be what Keap sends to a hook: an entry of object_keys has no id
ValueError: infusionsoft_hook_receive(): Argument #3 ($body) must be what Keap sends to a hook: an entry of object_keys has no id
ValueError: infusionsoft_hook_receive(): Argument #3 ($body) must be what Keap sends to a hook: an entry of object_keys has no id
ValueError: infusionsoft_hook_receive(): Argument #3 ($body) must be what Keap sends to a hook: it is not JSON
Headers:
ValueError: infusionsoft_hook_receive(): Argument #2 ($headers) must have an X-Hook-Secret of printable characters, at most 1024
ValueError: infusionsoft_hook_receive(): Argument #2 ($headers) must have an X-Hook-Secret of printable characters, at most 1024
ValueError: infusionsoft_hook_receive(): Argument #2 ($headers) must have an X-Hook-Secret of printable characters, at most 1024
ValueError: infusionsoft_hook_receive(): Argument #2 ($headers) must have an X-Hook-Secret of printable characters, at most 1024
{"verify":false,"headers":[],"events":[{"event":"contact.add","type":"contact","id":"5","at":null,"details":[]}]}
{"verify":false,"headers":[],"events":[{"event":"contact.add","type":"contact","id":"5","at":null,"details":[]}]}
{"verify":false,"headers":[],"events":[{"event":"contact.add","type":"contact","id":"5","at":null,"details":[]}]}
{"verify":false,"headers":[],"events":[{"event":"contact.add","type":"contact","id":"5","at":null,"details":[]}]}
