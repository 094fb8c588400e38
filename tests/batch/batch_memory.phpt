--TEST--
A batch of two thousand jobs takes no more memory than a batch of a few
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (!is_readable('/proc/self/status')) {
    echo 'skip needs /proc';
} elseif (getenv('USE_ZEND_ALLOC') === '0') {
    echo 'skip a memory checker is at work, and keeps what is freed';
}
?>
--FILE--
<?php
$http2 = true;
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
// Without the memory of the JIT, which is shared and grows with what is compiled.
$resident = fn (): int => (int) preg_replace('/.*^RssAnon:\s*(\d+).*/ms', '$1', file_get_contents('/proc/self/status'));
$asked = 0;
$calls = function (int $count) use (&$asked) {
    for ($asked = 0; $asked < $count; $asked++) {
        yield $asked => $asked % 2 ? fn () => infusionsoft_contact_get(7) : fn () => infusionsoft_contact_find('mary@example.com');
    }
};
$run = function (int $count) use ($calls, &$asked) {
    $ahead = 0;
    foreach (infusionsoft_batch($calls($count)) as $key => $result) {
        $ahead = max($ahead, $asked - $key);
    }
    return [$key, $ahead <= 64];
};
$run(100); // allocates what is allocated only once
$before = [memory_get_usage(), $resident()];
var_dump($run(2000));
$after = [memory_get_usage(), $resident()];
var_dump($after[0] - $before[0] < 4096, $after[1] - $before[1] < 1024);
var_dump($keap->violations());
?>
--EXPECT--
array(2) {
  [0]=>
  int(1999)
  [1]=>
  bool(true)
}
bool(true)
bool(true)
array(0) {
}
