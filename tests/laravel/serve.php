<?php

require __DIR__.'/Stack.php';

$stack = new Stack($argv[1]);
$stack->up();

echo <<<TEXT

Sign up:       $stack->url/signup
Connect Keap:  $stack->url/keap/status   (first of all; the browser will warn of the certificate, which is made for tests)
What arrived:  {$stack->keap->control}/state

Ctrl-C ends it.

TEXT;

// The signal handler of Stack ends this.
while (true) {
    sleep(3600);
}
