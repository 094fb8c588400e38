--TEST--
Wrong arguments of infusionsoft_batch(), and operations that a batch does not allow
--FILE--
<?php
require __DIR__ . '/../keap/outcome.inc';

$batch = infusionsoft_batch(['a' => fn () => 1, 'b' => fn () => $GLOBALS['batch']->next(), 'c' => 'time'], in_flight: 1);
outcomes([
    'none' => fn () => infusionsoft_batch([], in_flight: 0),
    'too many' => fn () => infusionsoft_batch([], in_flight: 257),
    'no list' => fn () => infusionsoft_batch(1),
    'no callable' => fn () => infusionsoft_batch([], 'no such function'),
    'made' => fn () => new Infusionsoft\Batch(),
    'cloned' => fn () => clone $batch,
    'serialized' => fn () => serialize($batch),
    'a property' => fn () => $batch->x = 1,
    'rewound at the first' => fn () => [$batch->rewind(), $batch->rewind(), $batch->current()],
    'moved on by its call' => fn () => throw [$batch->next(), $batch->current()][1],
    'rewound' => fn () => $batch->rewind(),
    'after the last' => fn () => [$batch->next(), $batch->key(), $batch->next(), $batch->next(), $batch->valid(), $batch->current()],
]);
?>
--EXPECT--
none: ValueError: Argument #4 ($in_flight) must be between 1 and 256
too many: ValueError: Argument #4 ($in_flight) must be between 1 and 256
no list: TypeError: Argument #1 ($calls) must be of type Traversable|array, int given
no callable: TypeError: Argument #2 ($progress) must be a valid callback or null, function "no such function" not found or invalid function name
made: Error: Call to private Infusionsoft\Batch::__construct() from global scope
cloned: Error: Trying to clone an uncloneable object of class Infusionsoft\Batch
serialized: Exception: Serialization of 'Infusionsoft\Batch' is not allowed
a property: Error: Cannot create dynamic property Infusionsoft\Batch::$x
rewound at the first: [null,null,1]
moved on by its call: Error: The batch is already running: code that it calls cannot advance it
rewound: Error: A batch runs once: it cannot be rewound
after the last: [null,"c",null,null,false,null]
