--TEST--
A refused refresh token is sent again after 60 s, then after pauses that double from 5 minutes to 24 hours; a success clears everything
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/clock.inc';
echo clock_obstacle();
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/clock.inc';
lay_clock();
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

/** Makes a call at this time. The exchange may outlive it: waits until its outcome is stored. Returns the number of posts. */
$call_at = static function (int $time) use ($keap): int {
    $offset = (int) strtok(file_get_contents(getenv('TEST_CLOCK')), ' ');
    set_clock($offset + $time - time());
    $before = posts($keap);
    if (call_keap() !== 'called') {
        echo "the call failed\n";
    }
    // The exchange holds the lock until it ends.
    wait_for_account_lock($keap);
    return posts($keap) - $before;
};

infusionsoft_token_import(['expires_at' => time() + 200 * 24 * HOUR] + $keap->grant());
$keap->fault(['path' => '/token', 'action' => 'status', 'status' => 400, 'times' => 0, 'body' => ['error' => 'invalid_grant', 'error_description' => 'Gone']]);
echo without_times(attempt(fn () => infusionsoft_token_refresh(force: true))), "\n";
$status = infusionsoft_token_status();
echo $status['state'], ' ', json_encode($status['needs_attention']), "\n", without_times($status['attention']), "\n";

foreach ([60, 300, 600, 1200, 2400, 4800, 9600, 19200, 38400, 76800, 86400, 86400] as $pause) {
    $refused = time();
    echo $pause, ': ', $call_at($refused + $pause - 25), ' ', $call_at($refused + $pause + 1), ' ', state(), "\n";
}

$keap->clearFaults();
$refused = time();
echo $call_at($refused + 86300), ' ', $call_at($refused + 86401), "\n";
wait_until(fn () => state() === 'valid');
$status = infusionsoft_token_status();
echo $status['state'], ' ', json_encode([$status['last_error'], $status['needs_attention'], $status['attention']]), "\n";

// After a success the next refusal is a first one.
$keap->fault(['path' => '/token', 'action' => 'status', 'status' => 400, 'body' => ['error' => 'invalid_grant']]);
attempt(fn () => infusionsoft_token_refresh(force: true));
$refused = time();
echo state(), ' ', $call_at($refused + 61), "\n";
wait_until(fn () => state() === 'valid');
echo state(), "\n";
?>
--EXPECT--
Infusionsoft\AuthorizationException: Keap refused the refresh token on <time> (invalid_grant: Gone). A person must authorize again: send the owner to infusionsoft_authorize_url(), or give a fresh pair to infusionsoft_token_import(). The refresh is tried again on <time>; infusionsoft_token_refresh(force: true) tries at once
reauthorization_required true
Keap refused the refresh token on <time> (invalid_grant: Gone). A person must authorize again: send the owner to infusionsoft_authorize_url(), or give a fresh pair to infusionsoft_token_import(). The refresh is tried again on <time>; infusionsoft_token_refresh(force: true) tries at once
60: 0 1 reauthorization_required
300: 0 1 reauthorization_required
600: 0 1 reauthorization_required
1200: 0 1 reauthorization_required
2400: 0 1 reauthorization_required
4800: 0 1 reauthorization_required
9600: 0 1 reauthorization_required
19200: 0 1 reauthorization_required
38400: 0 1 reauthorization_required
76800: 0 1 reauthorization_required
86400: 0 1 reauthorization_required
86400: 0 1 reauthorization_required
0 1
valid [null,false,null]
reauthorization_required 1
valid
