--TEST--
A call that must not be repeated is tried again only if Keap's reply says that it did nothing
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$status = fn (int $status, array $more = []) => ['action' => 'status', 'status' => $status] + $more;
foreach ([
    '429' => ['action' => 'quota'],
    '429 with Retry-After' => ['action' => 'spike', 'retry_after' => 1],
    '503 with Retry-After' => $status(503, ['retry_after' => 1]),
    '503' => $status(503),
    '502' => $status(502),
    '502 with Retry-After' => $status(502, ['retry_after' => 0]),
    '504' => $status(504),
    '504 with Retry-After' => $status(504, ['retry_after' => 0]),
    '500' => $status(500),
    '500 with Retry-After' => $status(500, ['retry_after' => 0]),
    '400' => $status(400),
    'no reply' => ['action' => 'hangup', 'at' => 'before'],
] as $name => $rule) {
    $before = count($keap->journal());
    $keap->fault(['path' => '/crm'] + $rule);
    $outcome = outcome(fn () => infusionsoft_contact_create(['email' => 'a@b'], fields: ['id']));
    echo "$name: ", count($keap->journal()) - $before, " tries, $outcome\n";
}
// So with every POST that is sent by hand.
$before = count($keap->journal());
$keap->fault(['path' => '/crm'] + $status(502));
$outcome = outcome(fn () => infusionsoft_request('POST', '/rest/v2/tags', body: ['name' => 'x']));
echo 'POST by hand: ', count($keap->journal()) - $before, " tries, $outcome\n";
var_dump(count($keap->state()['contacts']), $keap->violations());
?>
--EXPECT--
429: 2 tries, {"id":"1001"}
429 with Retry-After: 2 tries, {"id":"1002"}
503 with Retry-After: 1 tries, ApiException 503 null
503: 1 tries, ApiException 503 null
502: 1 tries, ApiException 502 null
502 with Retry-After: 1 tries, ApiException 502 null
504: 1 tries, ApiException 504 null
504 with Retry-After: 1 tries, ApiException 504 null
500: 1 tries, ApiException 500 null
500 with Retry-After: 1 tries, ApiException 500 null
400: 1 tries, ApiException 400 null
no reply: 1 tries, TransportException, may have been sent
POST by hand: 1 tries, ApiException 502 null
int(2)
array(0) {
}
