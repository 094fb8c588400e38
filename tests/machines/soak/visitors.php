<?php
// Visits a page of a PHP-FPM pool all the time, with that many visitors at once: php visitors.php SOCKET PAGE VISITORS
// A pool that is away is asked again. Prints what a page printed other than "noted". Ends with its parent.

require __DIR__ . '/../../store/fpm.inc';

[, $address, $page, $visitors] = $argv;
for ($open = []; ; ) {
    while (count($open) < $visitors && @stream_socket_client($address)) {
        $open[] = Fpm::ask($address, $page);
    }
    [$read, $write, $except] = [$open, null, null];
    if ($open === [] || !stream_select($read, $write, $except, 1)) {
        usleep(50000);
        continue;
    }
    foreach ($read as $nth => $visitor) {
        unset($open[$nth]);
        $said = Fpm::finish($visitor);
        in_array($said, ['noted', ''], true) || print("$said\n"); // "": its worker was killed
    }
}
