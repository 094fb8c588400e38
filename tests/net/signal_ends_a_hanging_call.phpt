--TEST--
A signal is handled while a call hangs: what the handler throws ends the call, and no further try is made
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
extension_loaded('pcntl') or print 'skip needs pcntl';
?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/signals.inc';

const CONTACTS = '/crm/rest/v2/contacts';
$keap->authorize();
$get = fn () => infusionsoft_contact_get(1001);
throw_on(SIGTERM, SIGALRM);
foreach ([SIGTERM, SIGALRM] as $number => $signal) {
    $keap->fault(['path' => CONTACTS, 'hold' => 'before']);
    $sender = signal_when($keap, $signal, CONTACTS, 'held');
    echo outcome($get), "\n";
    $sender->output();
    $keap->release();
    echo count($keap->journal(CONTACTS)), " requests\n";
}

// A handler that returns: the call goes on. It may call Keap itself.
pcntl_signal(SIGTERM, function () use ($keap) {
    echo 'in the handler: ', gettype(infusionsoft_request('GET', '/rest/v2/tags')), "\n";
    $keap->release();
});
$keap->fault(['path' => CONTACTS, 'hold' => 'before']);
$sender = signal_when($keap, SIGTERM, CONTACTS, 'held');
echo outcome(fn () => infusionsoft_contact_create(['email' => 'mary@example.com'])['id']), "\n";
$sender->output();

// exit() in a handler, and the kept connections after all that.
$keap->fault(['path' => CONTACTS, 'hold' => 'before']);
$worker = $keap->start('
    pcntl_async_signals(true);
    pcntl_signal(SIGTERM, fn () => exit("stopped\n"));
    register_shutdown_function(fn () => print("shut down\n"));
    echo getmypid(), "\n";
    infusionsoft_contact_get(1001);
    echo "not reached\n";');
$pid = (int) $worker->line();
$keap->wait(CONTACTS, phase: 'held');
exec("kill -15 $pid");
echo $worker->output();
$keap->release();
echo outcome(fn () => $get()['id']), "\n";
var_dump($keap->violations());
?>
--EXPECT--
LogicException: signal 15
1 requests
LogicException: signal 14
2 requests
in the handler: array
"1001"
stopped
shut down
"1001"
array(0) {
}
