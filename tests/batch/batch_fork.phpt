--TEST--
A batch continues in the process that created it, and not in a forked child
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/../net/http2_skipif.inc';
if (!function_exists('pcntl_fork')) {
    echo 'skip needs pcntl';
}
?>
--FILE--
<?php
$http2 = true;
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/batch.inc';

$keap->authorize();
$child = function (Closure $do): void {
    if (($pid = pcntl_fork()) === 0) {
        echo 'child: ', outcome($do), "\n";
        exit(0);
    }
    pcntl_waitpid($pid, $status);
};
$batch = infusionsoft_batch([
    create('a'),
    create('b'),
    function () use ($child) {
        $child(create('in-the-child'));
        return create('c')();
    },
    create('d'),
], in_flight: 2);
echo $batch->current(), "\n";
$child(fn () => $batch->next());
$child(fn () => iterator_to_array(infusionsoft_batch(array_map(create(...), ['x', 'y']))));
for ($batch->next(); $batch->valid(); $batch->next()) {
    echo $batch->current(), "\n";
}
$names = array_column(array_column($keap->journal('/crm'), 'body'), 'given_name');
sort($names);
echo implode(', ', $names), "\n";
var_dump($keap->counts()['connections'], $keap->violations());
?>
--EXPECT--
child: "in-the-child"
a
child: Error: The batch belongs to the process that created it: a forked child cannot go on with it
child: ["x","y"]
b
c
d
a, b, c, d, in-the-child, x, y
int(3)
array(0) {
}
