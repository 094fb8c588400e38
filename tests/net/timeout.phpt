--TEST--
A try that exceeds infusionsoft.timeout_ms ends, and is made again if the call is repeatable
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.retries' => 9, 'infusionsoft.max_wait_ms' => 60000];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$timed = function (string $name, array $rule, callable $call) use ($keap) {
    ini_set('infusionsoft.timeout_ms', 30000);
    infusionsoft_contact_find('a@b'); // a connection stands: the time is spent on the reply alone
    $before = count($keap->journal());
    $keap->fault(['path' => '/crm'] + $rule);
    ini_set('infusionsoft.timeout_ms', 1000);
    echo "$name: ", outcome($call);
    // On a busy machine the next try may be too slow as well.
    echo count($keap->journal()) - $before > 1 ? ", repeated\n" : ", once\n";
};
$timed('no reply', ['hold' => 'before'], fn () => infusionsoft_contact_find('a@b'));
$timed('no reply, unsafe', ['hold' => 'after'], fn () => infusionsoft_contact_create(['email' => 'a@b']));
// Bytes that come do not make it longer.
$timed('drip', ['action' => 'drip', 'ms' => 100], fn () => infusionsoft_contact_get(1001, ['id']));
$timed('drip, unsafe', ['action' => 'drip', 'ms' => 100], fn () => infusionsoft_contact_create(['email' => 'a@b']));
ini_set('infusionsoft.retries', 0);
$timed('no retries', ['hold' => 'before'], fn () => infusionsoft_contact_find('a@b'));
$keap->release();
var_dump(count($keap->state()['contacts']), $keap->violations());
?>
--EXPECT--
no reply: null, repeated
no reply, unsafe: TransportException, may have been sent, once
drip: {"id":"1001"}, repeated
drip, unsafe: TransportException, may have been sent, once
no retries: TransportException, not sent, once
int(2)
array(0) {
}
