--TEST--
A fake's response is an array, an object, a status, a string, a description of a reply, a fault, an exception or a closure
--FILE--
<?php
require __DIR__ . '/../keap/outcome.inc';

$replies = [
    'array' => ['id' => '7', 'given_name' => 'Mary'],
    'a status of Keap in it' => ['id' => '7', 'status' => 'OPEN'],
    'object' => (object) ['id' => '7'],
    'null' => null,
    'string' => '{"id":12345678901234567890}',
    'string that is no JSON' => '<html>',
    'status' => 404,
    'status that is fine' => 201,
    '429' => 429,
    '503' => 503,
    'whole' => ['status' => 400, 'body' => ['code' => 400, 'message' => 'no', 'status' => 'INVALID_ARGUMENT']],
    'whole without body' => ['status' => 202],
    'retry after' => ['status' => 429, 'retry_after' => 7],
    'retry after ages' => ['status' => 429, 'retry_after' => PHP_INT_MAX],
    'not sent' => ['fault' => 'not_sent'],
    'no reply' => ['fault' => 'no_reply'],
    'cut' => ['fault' => 'cut'],
    'exception' => new DomainException('mine'),
    'closure' => fn (array $request) => ['operation' => $request['operation'], 'path' => $request['path']],
    'closure that throws' => fn () => throw new DomainException('its own'),
    'closure with a status' => fn () => 404,
    'a status that is none' => 42,
    'a fault that is none' => ['fault' => 'fire'],
    'true' => true,
    'no JSON' => NAN,
    'a stream in it' => ['id' => STDIN],
    'closure of a closure' => fn () => fn () => 1,
];
foreach ($replies as $label => $reply) {
    infusionsoft_fake(['getContact' => $reply]);
    outcomes([$label => fn () => infusionsoft_call('getContact', ['contact_id' => 7])]);
}
try {
    infusionsoft_fake(['*' => ['status' => 409, 'body' => ['code' => 409, 'message' => 'taken', 'status' => 'ALREADY_EXISTS']]]);
    infusionsoft_tag_create('Customer');
} catch (Infusionsoft\ApiException $error) {
    echo $error->getMessage(), ' | ', $error->body, "\n";
}
?>
--EXPECT--
array: {"id":"7","given_name":"Mary"}
a status of Keap in it: {"id":"7","status":"OPEN"}
object: {"id":"7"}
null: null
string: {"id":"12345678901234567890"}
string that is no JSON: TransportException, not sent
status: ApiException 404 null
status that is fine: TransportException, not sent
429: RateLimitException 429 null, retry after 1 s
503: ApiException 503 null
whole: ApiException 400 INVALID_ARGUMENT
whole without body: TransportException, not sent
retry after: RateLimitException 429 null, retry after 7 s
retry after ages: RateLimitException 429 null, retry after 2147483647 s
not sent: TransportException, not sent
no reply: TransportException, not sent
cut: TransportException, not sent
exception: DomainException: mine
closure: {"operation":"getContact","path":"/rest/v2/contacts/7"}
closure that throws: DomainException: its own
closure with a status: ApiException 404 null
a status that is none: Error: A reply of infusionsoft_fake() must have a status of 100 to 599
a fault that is none: Error: A reply of infusionsoft_fake() has an unknown fault: it must be "not_sent", "no_reply" or "cut"
true: Error: A reply of infusionsoft_fake() must be an array, null, a status, a string, a \Throwable or a closure
no JSON: Error: A reply of infusionsoft_fake() must be an array, null, a status, a string, a \Throwable or a closure
a stream in it: Error: A reply of infusionsoft_fake() must be encodable as JSON
closure of a closure: Error: A reply of infusionsoft_fake() must not be a closure that returns a closure
Keap answered 409 to POST /rest/v2/tags: taken (ALREADY_EXISTS) | {"code":409,"message":"taken","status":"ALREADY_EXISTS"}
