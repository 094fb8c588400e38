--TEST--
The keep-alive reads one number, and makes no other system call, if no token is due
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (!is_executable('/usr/bin/strace')) {
    echo 'skip needs strace';
} elseif (getenv('USE_ZEND_ALLOC') === '0') {
    echo 'skip what checks the memory makes system calls of its own';
}
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

/** Runs a script that reads its grant. Returns the names of the system calls after its last output, in order. */
function calls_at_the_end(Keap $keap, array $settings): array
{
    $settings += json_decode(file_get_contents("$keap->folder/settings.json"), true);
    $command = keap_php_command($settings, ['-r', 'infusionsoft_token_status(); echo "the end";']);
    $process = new KeapProcess(['/usr/bin/strace', '-o', "$keap->folder/strace", ...$command]);
    $process->output() === 'the end' or throw new RuntimeException('strace did not run');
    [, $after] = explode('"the end"', file_get_contents("$keap->folder/strace"));
    preg_match_all('/^\w+(?=\()/m', $after, $names);
    return $names[0];
}

$keap->authorize();
$off = calls_at_the_end($keap, ['infusionsoft.keepalive' => 0]);
// The first process reads all accounts; the others, for five minutes, only what it found.
calls_at_the_end($keap, ['infusionsoft.keepalive' => 1]);
$on = calls_at_the_end($keap, ['infusionsoft.keepalive' => 1]);
echo count($off) > 0 && $on === ['pread64', ...$off] ? 'one read' : json_encode([$off, $on]), "\n";

import_due($keap);
$due = calls_at_the_end($keap, ['infusionsoft.keepalive' => 1]);
echo count($due) > count($on) ? 'more where one is due' : 'nothing seen', "\n";
?>
--EXPECT--
one read
more where one is due
