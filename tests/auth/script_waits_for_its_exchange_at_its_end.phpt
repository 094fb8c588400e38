--TEST--
A script ends when its exchange has ended, with its own exit status; its output is out at once, and SIGTERM ends the wait
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (!function_exists('pcntl_signal')) {
    echo 'skip needs pcntl';
} elseif (!is_readable('/proc/self/status')) {
    echo 'skip needs /proc';
}
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';
require __DIR__ . '/namespace.inc';

/** Starts a script that calls with a due token, and returns when the script is over and Keap holds the refresh. */
function start_and_wait_for_the_end(Keap $keap, string $code): KeapProcess
{
    import_due($keap);
    $keap->fault(['path' => '/token', 'hold' => 'after']);
    $process = $keap->start("$code " . CALL . ' exit(7);');
    echo $process->line(), ' ', $process->line(), "\n";
    $keap->wait('/token', phase: 'held');
    wait_until(fn () => !$process->running() || waits_at_its_end($process->pid()));
    echo $process->running() ? "waits\n" : "has ended\n";
    return $process;
}

echo "A timer of the script:\n";
$process = start_and_wait_for_the_end($keap, '');
$process->kill(SIGALRM);
echo $keap->release(), " released\n";
echo json_encode($process->output()), " $process->status ", state(), "\n";

foreach ([SIGTERM => 'pcntl_signal(SIGTERM, fn () => null);', SIGINT => ''] as $signal => $code) {
    echo "Signal $signal:\n";
    $process = start_and_wait_for_the_end($keap, $code);
    $process->kill($signal);
    echo json_encode($process->output()), " $process->status\n";
    // The exchange goes on.
    echo $keap->release(), " released\n";
    wait_until(fn () => state() === 'valid');
    echo state(), "\n";
}

echo posts($keap), ' ', $keap->counts()['grants_killed'], "\n";
?>
--EXPECT--
A timer of the script:
ready called
waits
1 released
"" 7 valid
Signal 15:
ready called
waits
"" 15
1 released
valid
Signal 2:
ready called
waits
"" 2
1 released
valid
3 0
