--TEST--
A repeatable call is tried again after each temporary failure
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$tag = $keap->tag('Customer');
$id = infusionsoft_contact_create(['email' => 'a@b'])['id'];
$status = fn (int $status, array $more = []) => ['action' => 'status', 'status' => $status] + $more;
$rules = [
    '429' => ['action' => 'spike'],
    '429 with Retry-After' => ['action' => 'throttled', 'retry_after' => 1],
    '502' => $status(502),
    '503' => $status(503),
    '503 with Retry-After' => $status(503, ['retry_after' => 0]),
    '504' => ['action' => 'html', 'status' => 504],
    'no reply' => ['action' => 'hangup', 'at' => 'after'],
    'half a reply' => ['action' => 'hangup', 'at' => 'mid-reply'],
    'garbage' => ['action' => 'garbage'],
    '500' => $status(500),
    '501' => $status(501),
    '400' => $status(400),
    '408' => $status(408),
    '409' => $status(409),
];
foreach ($rules as $name => $rule) {
    $before = count($keap->journal());
    $keap->fault(['path' => '/crm'] + $rule);
    $outcome = outcome(fn () => infusionsoft_contact_get($id, ['id']));
    echo "$name: ", count($keap->journal()) - $before, " tries, $outcome\n";
}

// Each kind of call that can be repeated.
foreach ([
    'apply' => fn () => infusionsoft_tag_apply($tag, $id),
    'find' => fn () => infusionsoft_contact_find('a@b')['id'],
    'create' => fn () => infusionsoft_contact_create(['email' => 'a@b'], 'Email', ['id']),
    'patch' => fn () => infusionsoft_request('PATCH', "/rest/v2/contacts/$id", null, ['given_name' => 'Mary'])['given_name'],
    'delete' => fn () => infusionsoft_request('DELETE', "/rest/v2/contacts/$id"),
] as $name => $call) {
    $before = count($keap->journal());
    $keap->fault(['path' => '/crm'] + $status(502));
    $outcome = outcome($call);
    echo "$name: ", count($keap->journal()) - $before, " tries, $outcome\n";
}
$keap->fault(['path' => '/crm', 'method' => 'PUT'] + $status(504), ['path' => '/crm', 'method' => 'PUT'] + $status(200));
echo outcome(fn () => infusionsoft_request('PUT', '/rest/v1/x')), ' ', $keap->count('PUT /crm/rest/v1/x'), "\n";
var_dump($keap->violations());
?>
--EXPECT--
429: 2 tries, {"id":"1001"}
429 with Retry-After: 2 tries, {"id":"1001"}
502: 2 tries, {"id":"1001"}
503: 2 tries, {"id":"1001"}
503 with Retry-After: 2 tries, {"id":"1001"}
504: 2 tries, {"id":"1001"}
no reply: 2 tries, {"id":"1001"}
half a reply: 2 tries, {"id":"1001"}
garbage: 2 tries, {"id":"1001"}
500: 1 tries, ApiException 500 null
501: 1 tries, ApiException 501 null
400: 1 tries, ApiException 400 null
408: 1 tries, ApiException 408 null
409: 1 tries, ApiException 409 null
apply: 2 tries, {"1001":"SUCCESS"}
find: 2 tries, "1001"
create: 2 tries, {"id":"1001"}
patch: 2 tries, "Mary"
delete: 2 tries, null
null 2
array(0) {
}
