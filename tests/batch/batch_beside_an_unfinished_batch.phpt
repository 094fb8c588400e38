--TEST--
A batch goes on while another has calls that wait for their slots: in its loop, in one of its jobs, and after it was left
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->options(['told_minute' => 0]);
$keap->authorize();
$call = fn () => array_keys(infusionsoft_request('GET', '/rest/v2/contacts'))[0];
$fibers = [];
$kept = function () use ($call, &$fibers) {
    $fibers[] = Fiber::getCurrent();
    return $call();
};
$few = fn () => implode(' ', iterator_to_array(infusionsoft_batch([$call, $call, $call])));

foreach (infusionsoft_batch(array_fill(0, 8, $call), ordered: false) as $i => $result) {
    echo $i === 0 ? 'in the loop: ' . $few() . "\n" : '';
}
foreach (infusionsoft_batch([$call, $call, $few, $call, $call]) as $i => $result) {
    echo $i === 2 ? "in a job: $result\n" : '';
}
foreach (infusionsoft_batch(array_fill(0, 8, $kept), ordered: false) as $result) {
    break;
}
unset($result);
echo 'after it was left: ', $few(), "\n";
// The script still has the fibers of the batch that was left.
$suspended = array_filter($fibers, fn (Fiber $fiber) => $fiber->isSuspended());
echo count($suspended) > 1 ? "jobs are left\n" : "none is left\n";
foreach ($suspended as $fiber) {
    for ($resumed = 0; $fiber->isSuspended() && $resumed < 5000; $resumed++) {
        $fiber->resume();
        usleep(1000);
    }
    echo $fiber->isTerminated() ? '' : "one does not go on\n";
}
?>
--EXPECT--
in the loop: contacts contacts contacts
in a job: contacts contacts contacts
after it was left: contacts contacts contacts
jobs are left
