--TEST--
Batches and other fibers: a batch in a fiber, in another batch, and jobs whose fibers user code resumes or suspends
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$http2 = true;
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/batch.inc';

$keap->authorize();
learn_limits();
$in_a_fiber = function (Closure $do) {
    $fiber = new Fiber($do);
    $fiber->start();
    return $fiber->getReturn();
};

echo "in a fiber\n";
$in_a_fiber(fn () => results(infusionsoft_batch([create('a'), create('b')])));

echo "a fiber of its own, a batch in a batch, and one that suspends itself\n";
results(infusionsoft_batch([
    'fiber' => fn () => $in_a_fiber(create('c')),
    'batch' => fn () => iterator_to_array(infusionsoft_batch(['d' => create('d'), 'e' => create('e')])),
    'suspends' => fn () => Fiber::suspend('?'),
    'goes on' => function () {
        try {
            Fiber::suspend();
        } catch (Error) {
            return create('f')();
        }
    },
    'good' => create('g'),
]));

echo "resumed and thrown into by somebody else\n";
$fibers = [];
$known = function (string $name) use (&$fibers) {
    return function () use ($name, &$fibers) {
        $fibers[] = Fiber::getCurrent();
        return create($name)();
    };
};
$meddle = function () use (&$fibers) {
    $fibers[0]->resume();
    $fibers[0]->resume();
    return outcome(fn () => $fibers[1]->throw(new LogicException('from outside')));
};
results(infusionsoft_batch([$known('h'), $known('i'), $meddle, create('j')]));

echo "one whose fiber outlives the batch\n";
$fibers = [];
$keap->fault(['path' => CONTACTS, 'hold' => 'before', 'after' => 1]);
foreach (infusionsoft_batch([create('k'), $known('l')]) as $result) {
    echo $result, "\n";
    break;
}
$fibers[0]->resume();
var_dump($fibers[0]->isSuspended());
$fibers = [];
results(infusionsoft_batch([create('m')]));
var_dump($keap->violations());
?>
--EXPECT--
in a fiber
0: "a"
1: "b"
a fiber of its own, a batch in a batch, and one that suspends itself
"fiber": "c"
"batch": {"d":"d","e":"e"}
"suspends": Error: A job of a batch must not suspend its fiber: only the batch knows when to resume it
"goes on": "f"
"good": "g"
resumed and thrown into by somebody else
0: "h"
1: FiberError: Cannot get fiber return value: The fiber threw an exception
2: "LogicException: from outside"
3: "j"
one whose fiber outlives the batch
k
bool(true)
0: "m"
array(0) {
}
