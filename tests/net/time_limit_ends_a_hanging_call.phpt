--TEST--
max_execution_time ends a call that hangs, which is not sent again, and the next process calls Keap
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (!extension_loaded('pcntl')) {
    echo 'skip needs pcntl';
} elseif (getenv('USE_ZEND_ALLOC') === '0') {
    echo 'skip a memory checker is at work, and PHP leaves what a fatal error ends to its own memory manager';
}
?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

const CONTACTS = '/crm/rest/v2/contacts';
$keap->authorize();
$keap->fault(['path' => CONTACTS, 'hold' => 'before']);
// The limit counts CPU time, which a wait does not use: the signal of its end is sent by hand.
$worker = $keap->start('
    ini_set("fatal_error_backtraces", 0); // since PHP 8.5
    set_time_limit(60);
    register_shutdown_function(fn () => print("shut down\n"));
    echo getmypid(), "\n";
    infusionsoft_contact_get(1001);
    echo "not reached\n";');
$pid = (int) $worker->line();
$keap->wait(CONTACTS, phase: 'held');
exec("kill -PROF $pid");
echo ltrim($worker->output());
echo count($keap->journal(CONTACTS)), " request\n";
$keap->release();
echo $keap->php('echo infusionsoft_contact_create(["email" => "mary@example.com"])["id"];'), "\n";
var_dump($keap->violations());
?>
--EXPECTF--
Fatal error: Maximum execution time of 60 seconds exceeded in %s on line %d
shut down
1 request
1001
array(0) {
}
