--TEST--
In any pause after a refusal, the refresh token is sent once when the access token expires; after that, calls fail at once and name the next try
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

infusionsoft_token_import(['expires_at' => time() + 12 * HOUR] + $keap->grant());
$refusal = ['path' => '/token', 'action' => 'status', 'status' => 400, 'times' => 0, 'body' => ['error' => 'invalid_grant']];
$keap->fault($refusal);
// Each forced refresh is one more refusal: the pause is a day after these.
for ($refusals = 0; $refusals < 12; $refusals++) {
    attempt(fn () => infusionsoft_token_refresh(force: true));
}
set_clock(11 * HOUR);
echo call_keap(), ' ', posts($keap), "\n";

set_clock(13 * HOUR);
$line = call_keap();
echo without_times($line), ' ', posts($keap), "\n";
// Eight processes and this one make no other try. All name the same next try, a day after the last refusal.
$processes = array_map(fn () => $keap->start(CALL), range(1, 8));
foreach ($processes as $process) {
    if ($process->output() !== "ready\n$line\n") {
        echo "another message\n";
    }
}
var_dump(call_keap() === $line, 'Infusionsoft\AuthorizationException: ' . attention() === $line, posts($keap));
preg_match_all('/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/', $line, $times);
var_dump(strtotime($times[0][1]) - strtotime($times[0][0]) - 24 * HOUR < 5);

// A day later eight processes make one try together. It succeeds, and all calls are made.
set_clock(38 * HOUR);
$keap->clearFaults();
$processes = array_map(fn () => $keap->start(CALL), range(1, 8));
echo strtr(implode(' ', array_unique(array_map(fn ($process) => $process->output(), $processes))), "\n", ' '), posts($keap), ' ', state(), "\n";

// The first pause is over, and Keap refuses again: all processes fail, after one try.
set_clock(0);
import_expired($keap);
$keap->fault($refusal);
$before = posts($keap);
call_keap();
set_clock(62);
$processes = array_map(fn () => $keap->start(CALL), range(1, 8));
$lines = array_map(fn ($process) => without_times($process->output()), $processes);
echo count(array_unique($lines)), ' ', posts($keap) - $before, "\n";
?>
--EXPECT--
called 12
Infusionsoft\AuthorizationException: Keap refused the refresh token on <time> (invalid_grant: ). A person must authorize again: send the owner to infusionsoft_authorize_url(), or give a fresh pair to infusionsoft_token_import(). The refresh is tried again on <time>; infusionsoft_token_refresh(force: true) tries at once 13
bool(true)
bool(true)
int(13)
bool(true)
ready called 14 valid
1 2
