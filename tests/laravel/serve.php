<?php

require __DIR__.'/Stack.php';

$stack = new Stack($argv[1]);
$stack->up();

echo <<<TEXT

Sign up:       $stack->url/signup
Connect Keap:  $stack->url/keap/status   (do this first; the browser warns because the certificate is made for tests)
Keap's data:   {$stack->keap->control}/state

Press Ctrl-C to stop.

TEXT;

// The signal handler of Stack ends this loop. A signal that arrives just before a sleep does not end that sleep, so each
// one is short.
while (true) {
    usleep(200_000);
}
