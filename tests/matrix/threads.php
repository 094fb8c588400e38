<?php
// Runs threads.c against a stand-in for Keap, and prints one line of TAP for each test.
// Usage: php threads.php PROGRAM EXTENSION   EXTENSION: the .so that the program loads. The PHP that runs this loads one too.

const THREADS = 32, LIVES = 2, ROUNDS = 8;

$settings = ['infusionsoft.max_wait_ms' => 60000, 'infusionsoft.retries' => 2, 'infusionsoft.max_accounts' => 128];
$http2 = true;
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';

$passed = $failed = 0;
function check(string $name, mixed $expected, mixed $seen): void
{
    global $passed, $failed;
    if ($expected === $seen) {
        $passed++;
        echo "ok - $name\n";
        return;
    }
    $failed++;
    echo "not ok - $name\n";
    foreach (['expected' => $expected, 'seen' => $seen] as $which => $value) {
        echo "    $which ", substr(is_string($value) ? $value : json_encode($value), 0, 20000), "\n";
    }
}

/** Runs the program, and checks what it says. */
function run_threads(string $how, Keap $keap, array $settings = []): void
{
    [, $program, $extension] = $_SERVER['argv'];
    $began = microtime(true);
    $ini = "extension=$extension\ndisplay_errors=0\nlog_errors=0\nmemory_limit=128M\n";
    foreach ($settings + json_decode(file_get_contents("$keap->folder/settings.json"), true) as $name => $value) {
        $ini .= str_starts_with($name, 'infusionsoft.') ? "$name=" . keap_ini_value($value) . "\n" : '';
    }
    file_put_contents("$keap->folder/php.ini", $ini);
    $command = [$program, "$keap->folder/php.ini", __DIR__ . '/request.php', THREADS, LIVES, ROUNDS];
    $streams = [['file', '/dev/null', 'r'], ['file', "$keap->folder/output", 'w'], ['file', "$keap->folder/errors", 'w']];
    $status = proc_close(proc_open(array_map(strval(...), $command), $streams, $pipes));
    printf("%s: %d threads, %.0f s\n", $how, THREADS, microtime(true) - $began);
    $all = THREADS * LIVES * ROUNDS;
    check("$how: each request has its own results", "$all of $all requests are good\n", file_get_contents("$keap->folder/output"));
    check("$how: nothing was reported: no race, no leak", '', file_get_contents("$keap->folder/errors"));
    check("$how: the program ended well", 0, $status);

    $addresses = array_map(static fn (array $contact): string => $contact['email_addresses'][0]['email'], $keap->state()['contacts']);
    check("$how: each contact was made", [], array_values(array_diff(expected_addresses(), $addresses)));
    check("$how: no contact was made twice", count(expected_addresses()), count($addresses));
    check("$how: no request had a fault", [], array_slice($keap->violations(), 0, 5));
}

/** The e-mail addresses that request.php makes in all threads. */
function expected_addresses(): array
{
    $addresses = [];
    for ($thread = 0; $thread < THREADS; $thread++) {
        for ($life = 0; $life < LIVES; $life++) {
            foreach ([2, 8] as $count) {
                foreach (range(1, $count) as $i) {
                    $addresses[] = "t$thread-l$life-c$count-$i@example.com";
                }
            }
        }
    }
    return $addresses;
}

// The stand-in counts the refreshes of each grant, in the order in which the grants were made.
$threads = range(0, THREADS - 1);
$keap->tag('threads');
import_expired($keap, 'shared');
array_map(static fn (int $thread) => import_expired($keap, "own-$thread"), $threads);
array_map(static fn (int $thread) => import_due($keap, "due-$thread"), $threads);

run_threads('with a store', $keap);

// What the keep-alive of the threads has not refreshed is still due.
array_map(static fn (int $thread) => infusionsoft_token_refresh(false, "due-$thread"), $threads);
$refreshes = array_column($keap->state()['grants'], 'refreshes');
$shared = array_shift($refreshes);
check('no grant was lost', 0, $keap->counts()['grants_killed']);
check('an expired token of a thread is refreshed once, and each forced refresh is one', array_fill(0, THREADS, 1 + LIVES), array_slice($refreshes, 0, THREADS));
check('a due token that all threads see is refreshed once', array_fill(0, THREADS, 1), array_slice($refreshes, THREADS));
check('forced refreshes of a token that threads share are at most one for each', true, $shared >= 2 && $shared <= 1 + THREADS * LIVES);
check('each refresh is counted', $shared + array_sum($refreshes), infusionsoft_stats()['refreshes']);

// Without a store the threads share clocks, limits, counters and ids in memory.
$keap->reset();
$keap->tag('threads');
mkdir("$keap->folder/none", 0700);
run_threads('without a store', $keap, ['infusionsoft.store_path' => "$keap->folder/none", 'infusionsoft.api_key' => $keap->apiKey]);
check('without a store nothing is refreshed', 0, posts($keap));
echo "$passed passed, $failed failed, 0 skipped\n";
exit($failed ? 1 : 0);
