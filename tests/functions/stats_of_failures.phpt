--TEST--
infusionsoft_stats() counts failures by their class
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.retries' => 0];
$http2 = true;
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/../batch/batch.inc';

$told = [];
$calls = function (string $name, callable $call) use (&$told): void {
    $before = infusionsoft_stats();
    $outcome = strtok(outcome($call), ' :,');
    $after = infusionsoft_stats();
    $failures = array_filter(array_map(fn ($now, $then) => $now - $then, $after['failures'], $before['failures']));
    $names = array_keys($after['failures']);
    echo "$name: $outcome, ", $after['calls'] - $before['calls'], ' calls, ',
        json_encode(array_combine(array_map(fn ($i) => $names[$i], array_keys($failures)), $failures)), "\n";
};
$find = fn () => infusionsoft_contact_find('a@example.com');

$calls('no grant', $find);
$keap->authorize();
$calls('good', $find);
$calls('wrong argument', fn () => infusionsoft_contact_find('a*@example.com'));
$calls('no JSON', fn () => infusionsoft_request('POST', '/rest/v2/x', null, NAN));
$calls('exception in JSON', fn () => infusionsoft_request('POST', '/rest/v2/x', null, new class implements JsonSerializable {
    public function jsonSerialize(): never
    {
        throw new LogicException('none');
    }
}));
$calls('refused', fn () => infusionsoft_contact_get(7));
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 200, 'body' => '<html>']);
$calls('unreadable', $find);
$keap->fault(['path' => '/crm', 'action' => 'hangup', 'at' => 'after']);
$calls('no reply', fn () => infusionsoft_contact_create(['email' => 'a@example.com']));
$keap->fault(['path' => '/crm', 'action' => 'quota', 'retry_after' => 0]);
$calls('limited', $find);
learn_limits();
$keap->fault(['path' => CONTACTS . '/7', 'hold' => 'before']);
$calls('abandoned', function () use ($keap, $find) {
    $beside = function () use ($keap, $find) {
        $find();
        $keap->wait(CONTACTS . '/7', phase: 'held');
    };
    foreach (infusionsoft_batch([fn () => infusionsoft_contact_get(7), $beside], ordered: false) as $result) {
        return 'left';
    }
});
?>
--EXPECT--
no grant: AuthorizationException, 1 calls, {"authorization":1}
good: null, 1 calls, []
wrong argument: ValueError, 1 calls, {"value":1}
no JSON: ValueError, 1 calls, {"value":1}
exception in JSON: LogicException, 0 calls, []
refused: ApiException, 1 calls, {"api":1}
unreadable: TransportException, 1 calls, {"transport":1}
no reply: TransportException, 1 calls, {"transport":1}
limited: RateLimitException, 1 calls, {"rate_limit":1}
abandoned: "left", 2 calls, {"abandoned":1}
