--TEST--
In a destructor, where PHP before 8.4 switches no fibers, a batch has the same results and errors
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/batch.inc';

$keap->authorize();
learn_limits();
final class Pending
{
    public function __construct(private Closure $run) {}

    public function __destruct()
    {
        ($this->run)();
    }
}

new Pending(function () {
    results(infusionsoft_batch([
        'a' => create('a'),
        'throws' => fn () => throw new LogicException('of the job'),
        'refused' => fn () => infusionsoft_contact_get(7),
        'null' => fn () => null,
        'two calls' => fn () => [create('b')(), create('c')()],
        'its reply' => function () {
            create('d')();
            return infusionsoft_last_reply()['status'];
        },
        'a batch' => fn () => iterator_to_array(infusionsoft_batch(['e' => create('e')])),
    ]));
});
echo count($keap->state()['contacts']), " contacts\n";

echo "begun before\n";
$batch = infusionsoft_batch((function () {
    foreach (['f', 'g', 'h'] as $name) {
        yield $name => create($name);
    }
})(), in_flight: 1);
$batch->rewind();
echo $batch->key(), "\n";
new Pending(function () use ($batch) {
    while ($batch->valid()) {
        $batch->next();
        echo $batch->key() ?? 'no more', "\n";
    }
});
echo count($keap->state()['contacts']), " contacts\n";
?>
--EXPECT--
"a": "a"
"throws": LogicException: of the job
"refused": ApiException 404 NOT_FOUND
"null": null
"two calls": ["b","c"]
"its reply": 201
"a batch": {"e":"e"}
5 contacts
begun before
f
g
h
no more
8 contacts
