--TEST--
A job whose fiber outlives its batch goes on where the script resumes it again and again: its call gets its reply
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$keap->fault(['path' => '/crm/rest/v2/tags', 'hold' => 'before']);
$fiber = null;
$job = function () use (&$fiber) {
    $fiber = Fiber::getCurrent();
    return [infusionsoft_request('GET', '/rest/v2/tags')['tags'], infusionsoft_request('GET', '/rest/v2/tags')['tags']];
};
$until_it_is_held = function () use ($keap) {
    do {
        infusionsoft_request('GET', '/rest/v2/contacts');
    } while (!$keap->journal('/crm/rest/v2/tags'));
};
$batch = infusionsoft_batch([$job, $until_it_is_held], ordered: false);
$batch->valid();
$keap->wait('/crm/rest/v2/tags', phase: 'held');
$batch = null;
var_dump($fiber->isSuspended());
$fiber->resume();
var_dump($fiber->isSuspended());

$keap->release();
for ($resumed = 0; $fiber->isSuspended() && $resumed < 1000; $resumed++) {
    $fiber->resume();
    usleep(1000);
}
echo $resumed < 1000 ? json_encode($fiber->getReturn()) : 'it waits for ever', "\n";
?>
--EXPECT--
bool(true)
bool(true)
[[],[]]
