--TEST--
An exception of the input of a batch, or an entry that is not callable, is thrown after the results of the jobs that were started
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/batch.inc';

$keap->authorize();
$show = fn (iterable $calls) => print(outcome(fn () => results(infusionsoft_batch($calls, in_flight: 8))) . "\n");
$show(['a' => create('a'), 'b' => 'no such function', 'c' => create('c')]);
$show([[1, 2]]);
$show((function () {
    yield 'd' => create('d');
    throw new LogicException('no more rows');
})());
$show(new class implements IteratorAggregate {
    public function getIterator(): Iterator
    {
        throw new LogicException('no rows at all');
    }
});
$show(new class implements IteratorAggregate, Countable {
    public function getIterator(): Iterator
    {
        return new ArrayIterator([]);
    }

    public function count(): int
    {
        throw new LogicException('not to be counted');
    }
});
// The batch has ended after the exception.
$batch = infusionsoft_batch([1]);
echo outcome(fn () => $batch->valid()), "\n";
var_dump($batch->valid(), $batch->current(), $batch->key(), count($keap->journal('/crm')));
?>
--EXPECT--
"a": "a"
TypeError: Argument #1 ($calls) must hold callables; entry "b" is of type string
TypeError: Argument #1 ($calls) must hold callables; entry "0" is of type array
"d": "d"
LogicException: no more rows
LogicException: no rows at all
LogicException: not to be counted
TypeError: Argument #1 ($calls) must hold callables; entry "0" is of type int
bool(false)
NULL
NULL
int(2)
