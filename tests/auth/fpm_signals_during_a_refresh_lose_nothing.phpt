--TEST--
Reloading or stopping PHP-FPM during an exchange loses nothing: Keap gets one request, and the next process has the new token
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/../store/fpm.inc';
echo fpm_obstacle();
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';
require __DIR__ . '/../store/fpm.inc';

foreach (['reload' => SIGUSR2, 'stop' => SIGTERM, 'graceful stop' => SIGQUIT] as $what => $signal) {
    $fpm = new Fpm($keap, ['www' => []]);
    $fpm->run('www', 'echo "warm";');
    import_expired($keap);
    $before = posts($keap);
    // Keap has replaced the token, and its reply is not yet sent.
    $keap->fault(['path' => '/token', 'hold' => 'after']);
    $visitor = $fpm->begin('www', 'infusionsoft_request("GET", "/rest/v2/contacts"); echo "called";');
    $keap->wait('/token', phase: 'held');
    $fpm->signal($signal);
    // With process_control_timeout at its default of 0 each of the three signals ends in a SIGKILL of the worker; the exchange continues.
    echo "$what: ", Fpm::finish($visitor) === '' ? 'the worker is gone' : 'answered', "\n";
    $keap->release(['path' => '/token']);
    echo call_keap(), ', ', state(), ', ', posts($keap) - $before, " refresh\n";
    // Waits until the master has restarted: it would miss the signal that ends it.
    $signal !== SIGUSR2 || print $fpm->run('www', 'echo "reloaded\n";');
    unset($fpm);
}
echo $keap->counts()['grants_killed'], " grants lost\n";
?>
--EXPECT--
reload: the worker is gone
called, valid, 1 refresh
reloaded
stop: the worker is gone
called, valid, 1 refresh
graceful stop: the worker is gone
called, valid, 1 refresh
0 grants lost
