--TEST--
A signal is handled while a call waits for its next try: what the handler throws ends the call, which is not sent again
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
extension_loaded('pcntl') or print 'skip needs pcntl';
?>
--FILE--
<?php
$settings = ['infusionsoft.max_wait_ms' => 3600000];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/signals.inc';

const CONTACTS = '/crm/rest/v2/contacts';
$keap->authorize();
$keap->fault(['path' => CONTACTS, 'action' => 'status', 'status' => 503, 'retry_after' => 3000, 'times' => 0]);
throw_on(SIGTERM, SIGALRM);
foreach ([SIGTERM, SIGALRM] as $number => $signal) {
    $sender = signal_when($keap, $signal, CONTACTS, 'ended', $number + 1);
    echo outcome(fn () => infusionsoft_contact_get(1001)), "\n";
    $sender->output();
    echo count($keap->journal(CONTACTS)), " requests\n";
}
?>
--EXPECT--
LogicException: signal 15
1 requests
LogicException: signal 14
2 requests
