--TEST--
No exchange is left as a zombie, whether the worker waited for it or left it running
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (!is_readable('/proc/self/stat')) {
    echo 'skip needs /proc';
}
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

/** Returns the states of this process's children from /proc. */
function children(): array
{
    $states = [];
    foreach (glob('/proc/[0-9]*/stat') as $file) {
        // pid (name) state ppid …
        $fields = explode(' ', preg_replace('/^.*\) /s', '', (string) @file_get_contents($file)));
        if ((int) ($fields[1] ?? 0) === getmypid()) {
            $states[] = $fields[0];
        }
    }
    return $states;
}

import_expired($keap);
echo call_keap(), ' ', json_encode(children()), "\n";

import_due($keap);
$keap->fault(['path' => '/token', 'hold' => 'before']);
echo call_keap(), ' ', count(children()), " goes on\n";
$keap->release();
wait_until(fn () => children() === ['Z']);
echo call_keap(), ' ', json_encode(children()), "\n";
?>
--EXPECT--
called []
called 1 goes on
called []
