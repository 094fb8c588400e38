--TEST--
Two thousand calls leak no memory
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
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$resident = fn (): int => (int) preg_replace('/.*^VmRSS:\s*(\d+).*/ms', '$1', file_get_contents('/proc/self/status'));
$calls = [
    fn () => infusionsoft_contact_find('mary@example.com'),
    fn () => infusionsoft_contact_get(7),
    fn () => infusionsoft_contact_create(['email' => 'nobody', 'given_name' => 'Mary']),
    fn () => infusionsoft_contact_create(['email' => 'mary@example.com', 'company' => ['company_name' => 'Chan']], 'Email'),
    fn () => infusionsoft_tag_apply(7, range(1001, 1010)),
];
$run = function (int $rounds) use ($calls) {
    for ($i = 0; $i < $rounds; $i++) {
        array_map(outcome(...), $calls);
    }
};
$run(50); // everything that is made once
$before = [memory_get_usage(), $resident()];
$run(400);
$after = [memory_get_usage(), $resident()];
var_dump($after[0] - $before[0] < 1024, $after[1] - $before[1] < 1024);
var_dump($keap->counts()['handshakes'], $keap->violations());
?>
--EXPECT--
bool(true)
bool(true)
int(1)
array(0) {
}
