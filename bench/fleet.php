<?php
// fleet.php [SEED]: simulates what Redis does in four days for 100,000 accounts whose machines share it, and prints it as a table.
//
// Simulated: when tokens fall due (ext/auth/grant.c), what a refresh asks of Redis (ext/redis/scripts.c), calls by day and night, and how
// the accounts divide among several Redis servers. Measured elsewhere, and given here: what a script costs and how long a record is.

const ACCOUNTS = 100000;
const DAYS = 4;
const LIFE_S = 86400;
const MARGIN_S = 10800;
const SPREAD_S = 1080;      // a pair falls due up to that much earlier, by a hash of its token
const DOUBT_S = 5;          // after the expiry, a pair in doubt is refreshed
const GRANT_US = 75;        // of Redis's time, for a script about a grant
const PACE_US = 105;        // for a script about pace, with the count of the machines
const RECORD_BYTES = 998;
const REFRESH_COMMANDS = 3; // key, right, new pair
const DOUBT_COMMANDS = 4;   // key, right, old pair, right again: it waits
const CALLS_A_DAY = 100;    // of an account, on average
const SERVERS = [1, 3, 6];

mt_srand($seed = (int) ($argv[1] ?? 15));

/** Seconds of [0, 1): the same for a seed on every machine. */
function chance(): float
{
    return mt_rand() / (mt_getrandmax() + 1);
}

/**
 * The commands of each second, by server. Each account is refreshed when its pair falls due: with the keep-alive a request of any account
 * does it. At `$emptied` Redis loses everything: from then on a pair is in doubt once, and is refreshed after its expiry.
 *
 * @return array{0: list<array<int, int>>, 1: list<int>} commands by server and second, and refreshes by second
 */
function simulate(float $within, ?int $emptied, int $servers): array
{
    $commands = array_fill(0, $servers, array_fill(0, DAYS * LIFE_S, 0));
    $refreshes = array_fill(0, DAYS * LIFE_S, 0);
    for ($account = 0; $account < ACCOUNTS; $account++) {
        $server = mt_rand(0, $servers - 1);
        $doubted = $emptied === null;
        // The pair at the beginning was obtained up to `$within` seconds before.
        for ($obtained = -chance() * $within; ; $obtained = $at) {
            $due = $obtained + LIFE_S - MARGIN_S - chance() * SPREAD_S;
            $at = max(0.0, $due);
            if (!$doubted && $at >= $emptied) {
                $doubted = true;
                $commands[$server][min((int) $at, DAYS * LIFE_S - 1)] += DOUBT_COMMANDS;
                $at = $obtained + LIFE_S + DOUBT_S;
            }
            if ($at >= DAYS * LIFE_S) {
                break;
            }
            $commands[$server][(int) $at] += REFRESH_COMMANDS;
            $refreshes[(int) $at]++;
        }
    }
    return [$commands, $refreshes];
}

/** Calls a second in the busiest hour, if keys are many and each has its own limit: heavy-tailed, and half of a day's calls in four hours. */
function calls_in_the_busiest_hour(): array
{
    $calls = [];
    for ($account = 0; $account < ACCOUNTS; $account++) {
        // A Pareto law with the exponent 1.5: most accounts call seldom, a few all the time. 5 a second is Keap's limit for a key.
        $a_day = CALLS_A_DAY / 3 * (1 - chance()) ** (-1 / 1.5);
        $calls[] = min(5.0, $a_day / 2 / 4 / 3600);
    }
    return $calls;
}

/** The largest number of the seconds after the first day, in which all begin at once. */
function worst(array $by_second): int
{
    return max(array_slice($by_second, LIFE_S));
}

$mean = static fn (array $by_second): float => array_sum(array_slice($by_second, LIFE_S)) / ((DAYS - 1) * LIFE_S);
$percent = static fn (float $commands, int $us): string => number_format($commands * $us / 1e4, 2) . ' %';
echo '| ', number_format(ACCOUNTS), " accounts | refreshes/s, mean | in the worst second | Redis's time, mean | in the worst second |\n| --- | ---: | ---: | ---: | ---: |\n";
$days = [
    'authorized at any time' => [LIFE_S - MARGIN_S, null],
    'all authorized within one hour' => [3600, null],
    'Redis is emptied on the second day' => [LIFE_S - MARGIN_S, (int) (1.5 * LIFE_S)],
    'all within one hour, and Redis is emptied' => [3600, (int) (1.5 * LIFE_S)],
];
foreach ($days as $name => [$within, $emptied]) {
    [$commands, $refreshes] = simulate($within, $emptied, 1);
    printf("| %s | %.2f | %d | %s | %s |\n", $name, $mean($refreshes), worst($refreshes), $percent($mean($commands[0]), GRANT_US), $percent(worst($commands[0]), GRANT_US));
}

$calls = calls_in_the_busiest_hour();
rsort($calls);
echo "\n| Redis servers | records on the fullest | refreshes' share of its time, worst second | calls/s on the busiest, with a key for each account | their share of its time |\n| ---: | ---: | ---: | ---: | ---: |\n";
foreach (SERVERS as $servers) {
    [$commands] = simulate(3600, null, $servers);
    $load = $records = array_fill(0, $servers, 0);
    foreach ($calls as $rate) {
        $server = mt_rand(0, $servers - 1);
        $load[$server] += $rate;
        $records[$server]++;
    }
    printf("| %d | %d MB | %s | %d | %s |\n", $servers, max($records) * RECORD_BYTES / 1e6, $percent(max(array_map(worst(...), $commands)), GRANT_US), max($load), $percent(max($load), PACE_US));
}
