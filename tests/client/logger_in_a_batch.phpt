--TEST--
In a batch each call is logged in its fiber, including calls and exceptions of the logger; an abandoned call is not logged
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$http2 = true;
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/../batch/batch.inc';

$keap->authorize();
learn_limits();
$entries = [];
infusionsoft_logger(function (string $level, string $message, array $context) use (&$entries, $keap) {
    $entries[] = "$level $context[method] " . (Fiber::getCurrent() ? 'in a fiber' : 'outside');
    // A call in the logger blocks, as outside a batch.
    infusionsoft_request('GET', '/rest/v2/tags');
    if ($context['status'] === 404) {
        throw new LogicException('thrown by the logger');
    }
});
// The warning may come at any time, so the results are printed after all jobs.
results(iterator_to_array(infusionsoft_batch([create('a'), create('b'), fn () => infusionsoft_contact_get(7), create('c')])));
sort($entries);
print_r($entries);

echo "left early\n";
$entries = [];
$keap->fault(['path' => CONTACTS . '/1001', 'hold' => 'before']);
$beside = function () use ($keap) {
    infusionsoft_contact_get(1002);
    $keap->wait(CONTACTS . '/1001', phase: 'held');
};
foreach (infusionsoft_batch([fn () => infusionsoft_contact_get(1001), $beside], ordered: false) as $result) {
    break;
}
print_r($entries);
?>
--EXPECTF--
Warning: infusionsoft_contact_get(): The logger threw LogicException: thrown by the logger in %s on line %d
0: "a"
1: "b"
2: ApiException 404 NOT_FOUND
3: "c"
Array
(
    [0] => debug POST in a fiber
    [1] => debug POST in a fiber
    [2] => debug POST in a fiber
    [3] => warning GET in a fiber
)
left early
Array
(
    [0] => debug GET in a fiber
)
