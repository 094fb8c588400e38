<?php
// fleet.php [SEED]: simulates what Redis does for 100,000 accounts that three machines share, and prints it as tables.
//
// Simulated: when pairs fall due (ext/auth/grant.c), who asks Redis then and how often (ext/auth/exchange.c, failed_refresh.c, heartbeat.c,
// ext/redis/scripts.c), calls by day and night, and how accounts divide among servers. Measured elsewhere, and given here: time and memory.

require __DIR__ . '/fleet/Load.php';
require __DIR__ . '/fleet/calls.php';
require __DIR__ . '/fleet/tables.php';

const ACCOUNTS = 100000;
const MACHINES = 3;
const DAY_S = 86400;
const OBSERVED_DAYS = 3;
const WARM_UP_S = 3 * DAY_S; // before the observed days, in which calls refresh
const LIFE_S = 86400;
const MARGIN_S = 10800;
const SPREAD_S = 1080;       // a pair falls due up to that much earlier, by a hash of its token
const DOUBT_S = 5;           // after the expiry, a pair in doubt is refreshed
const PAUSES_S = [2, 60];    // before a try that failed is made again: the first one, doubled each time, and the longest
const HEARTBEAT_S = 30;
const LOOKS_MAX = 1024;      // of one heartbeat
const REFRESH_SCRIPTS = 3;   // key, right, new pair
const TAKE_SCRIPTS = 2;      // of another machine: key, right, whose answer is the newer pair
const TRY_SCRIPTS = 2;       // of a machine that has to wait: key, right
const HAND_IN_SCRIPTS = 2;   // the old pair, and the right again
const GRANT_US = 75;         // of Redis's time, for a script about a grant
const PACE_US = 105;         // for a script about pace, with the count of the machines
const RECORD_BYTES = 998;
const ASK_BYTES = 136;       // of an account in doubt, in the list of those that the machines ask each other for
const PARTS = 6;             // the accounts of three servers are two parts each

/** The machines try a pair in doubt from when it is due. Returns when one of them may refresh it: after its expiry. */
function doubt(Load $load, int $part, float $due, float $expiry): float
{
    [$pause, $most] = PAUSES_S;
    $scripts = &$load->scripts[$part];
    $load->add($scripts, $due, HAND_IN_SCRIPTS);
    // Within the observed days: Redis is emptied in their middle.
    for ($at = $due; $at < $expiry + DOUBT_S; $at += $pause, $pause = $pause < $most ? min($most, 2 * $pause) : $most) {
        $scripts[(int) $at - $load->begin] += MACHINES * TRY_SCRIPTS;
    }
    $load->add($load->doubts[$part], $due, 1);
    $load->add($load->doubts[$part], $at, -1);
    return $at;
}

/**
 * The pairs of one account from its authorization on. With the keep-alive each machine finds a due pair at once, at the end of any request: one
 * refreshes, the others are told to wait, and take the new pair 2 s later. Without it the next call of the account on each machine does so.
 */
function live(Load $load, int $part, float $obtained, ?float $emptied, ?float $callsADay): void
{
    for ($end = $load->begin + OBSERVED_DAYS * DAY_S; $obtained < $end; $obtained = $at) {
        $at = $due = $obtained + LIFE_S - MARGIN_S - chance() * SPREAD_S;
        if ($due < $load->begin - WARM_UP_S) {
            continue; // long before: how it was refreshed is forgotten until then
        }
        $seen = [];
        for ($machine = 0; $callsADay && $machine < MACHINES; $machine++) {
            $seen[] = next_call($due, $callsADay / MACHINES);
        }
        sort($seen);
        if ($seen) {
            $at = array_shift($seen);
        } elseif ($emptied !== null && $obtained < $emptied && $due >= $emptied) {
            $at = doubt($load, $part, $due, $obtained + LIFE_S);
        }
        $load->add($load->scripts[$part], $at, REFRESH_SCRIPTS + ($seen ? 0 : (MACHINES - 1) * TRY_SCRIPTS));
        $load->add($load->refreshes[$part], $at, 1);
        foreach ($seen ?: array_fill(0, MACHINES - 1, $at + PAUSES_S[0]) as $taken) {
            $load->add($load->scripts[$part], $taken, TAKE_SCRIPTS);
        }
    }
}

/** The heartbeats of the machines look at the accounts in doubt. Each part has its own store on each machine, with its own heartbeat. */
function beat(Load $load): void
{
    foreach ($load->doubts as $part => &$doubts) {
        $phases = array_map(static fn () => mt_rand(0, HEARTBEAT_S - 1), range(1, MACHINES));
        for ($second = 1; $second < count($doubts); $second++) {
            $doubts[$second] += $doubts[$second - 1];
            foreach ($phases as $phase) {
                $load->scripts[$part][$second] += $second % HEARTBEAT_S === $phase ? min(LOOKS_MAX, $doubts[$second]) : 0;
            }
        }
    }
}

/** All accounts, authorized during so many days (0: within one hour) and observed from that day on. Redis is emptied at noon of the next. */
function simulate(int $days, int $observedFrom, bool $isEmptied = false, bool $keepalive = true): Load
{
    $load = new Load($observedFrom * DAY_S);
    $emptied = $isEmptied ? $load->begin + 1.5 * DAY_S : null;
    for ($account = 0; $account < ACCOUNTS; $account++) {
        $authorized = $days ? after(mt_rand(0, $days - 1) * DAY_S, chance()) : 10 * 3600 + chance() * 3600;
        live($load, mt_rand(0, PARTS - 1), $authorized, $emptied, $keepalive ? null : calls_a_day());
    }
    beat($load);
    return $load;
}

ini_set('memory_limit', '1G');
mt_srand($seed = (int) ($argv[1] ?? 15));
printf("Seed %d, %s accounts, %d machines, %d days:\n\n", $seed, number_format(ACCOUNTS), MACHINES, OBSERVED_DAYS);
echo "| accounts authorized | refreshes/s, mean | worst minute | worst second | Redis's time, mean | worst minute | worst second |\n";
echo '| --- |', str_repeat(' ---: |', 6), "\n";
print_row('in the business hours of 30 days', simulate(30, 30));
print_row('the same, with `infusionsoft.keepalive = 0`', simulate(30, 30, keepalive: false));
print_row('within one hour', simulate(0, 0));
print_row('the same, 30 days later', simulate(0, 30));
print_row('in 30 days, and Redis is emptied', simulate(30, 30, isEmptied: true));
print_row('within one hour, and Redis is emptied', $worst = simulate(0, 0, isEmptied: true));

$calls = array_fill(0, PARTS, 0.0);
$records = array_fill(0, PARTS, 0);
for ($account = 0; $account < ACCOUNTS; $account++) {
    $part = mt_rand(0, PARTS - 1);
    $calls[$part] += calls_a_day() * max(BY_HOUR) / array_sum(BY_HOUR) / 3600;
    $records[$part]++;
}
echo "\n| Redis servers | accounts on each | memory of the fullest, all in doubt | its time, worst minute of the last row | calls/s in the busiest hour | their time |\n";
echo '|', str_repeat(' ---: |', 6), "\n";
foreach ([1, 3, 6] as $servers) {
    print_servers($servers, $worst, $records, $calls);
}
