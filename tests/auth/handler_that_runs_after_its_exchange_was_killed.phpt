--TEST--
A signal's handler that runs while a call waits for its exchange gets the lock if that exchange is killed, and can refresh
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (!extension_loaded('pcntl')) {
    echo 'skip needs pcntl';
}
?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../net/signals.inc';
require __DIR__ . '/grants.inc';

import_expired($keap);
pcntl_async_signals(true);
pcntl_signal(SIGTERM, function () {
    // The exchange is a fork of this process, so it has the same command line, or it is the helper; the sender has another.
    foreach (preg_split('/\s+/', trim(file_get_contents('/proc/self/task/' . getmypid() . '/children'))) as $child) {
        $exchanges = [file_get_contents('/proc/self/cmdline'), "infusionsoft-exchange\0"];
        if (in_array(file_get_contents("/proc/$child/cmdline"), $exchanges, true)) {
            exec("kill -9 $child");
        }
    }
    $began = hrtime(true);
    echo 'in the handler: ', call_keap(), hrtime(true) - $began < 30e9 ? '' : ', late', "\n";
});
$keap->fault(['path' => '/token', 'hold' => 'before']);
$sender = signal_when($keap, SIGTERM, '/token', 'held');
echo call_keap(), "\n";
$sender->output();
echo posts($keap), " refreshes, ", state(), "\n";
?>
--EXPECT--
in the handler: called
called
2 refreshes, valid
