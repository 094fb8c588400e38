<?php

// A signal that arrives while a program is being started: the program is ended, too.
// The program's log is a FIFO, so its start waits until another process has sent the signal and reads.

require __DIR__.'/Processes.php';

$logs = $argv[1];
posix_mkfifo("$logs/program.out", 0600);
$processes = new Processes($logs);
pcntl_async_signals(true);
pcntl_signal(SIGTERM, fn () => exit(0));
register_shutdown_function(function () use ($processes): void {
    $processes->stopAll();
    $left = array_filter(glob('/proc/[0-9]*/cmdline'), fn ($file) => str_starts_with((string) @file_get_contents($file), 'infusionsoft-sleep'));
    echo $left ? 'left running: '.implode(' ', $left) : 'ended', "\n";
});
// This process sleeps only where it opens the FIFO.
$sleeps = 'until grep -q "^State:.S" /proc/$PPID/status; do :; done; kill -TERM $PPID; exec cat "$1"';
$reader = proc_open(['sh', '-c', $sleeps, 'sh', "$logs/program.out"], [1 => ['file', '/dev/null', 'w']], $pipes);
$processes->start('program', ['bash', '-c', 'exec -a infusionsoft-sleep sleep 60']);
echo "the signal did not end this script\n";
