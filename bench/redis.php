<?php
// What a shared store costs: redis.php [quick] [docs]. Needs root; bin/bench builds the extension and starts this.

require __DIR__ . '/../tests/machines/bed.inc';
require __DIR__ . '/../tests/machines/scenes.inc';
foreach (['Results', 'Docs', 'redis/targets'] as $file) {
    require __DIR__ . "/$file.php";
}

/** Milliseconds of a round trip from a host to Redis: the median of 30. */
function round_trip(Bed $bed): float
{
    $pings = '$redis = stream_socket_client("tcp://' . Bed::REDIS . ':6379");
        for ($i = 0; $i < 30; $i++) {
            usleep(250000); // as calls that are seldom find it
            $began = hrtime(true);
            fwrite($redis, "PING\r\n");
            fgets($redis);
            $times[] = (hrtime(true) - $began) / 1e6;
        }
        sort($times);
        echo $times[15];';
    return (float) $bed->hosts[0]->php($pings)->output;
}

/** The delay line itself takes some time, which is measured once. */
function set_round_trip(Bed $bed, string $link, float $ms): void
{
    static $own = null;
    if ($own === null) {
        $bed->network->delay('redis', 0.001);
        $own = round_trip($bed);
        $bed->network->delay('redis', 0);
    }
    $bed->network->delay($link, max(0.001, ($ms - $own) / 2));
}

/**
 * Begins again with these delays of a round trip: empty stores, and a Redis through which these hosts share a new grant. Each of them has
 * called once.
 *
 * @param list<Host> $sharing
 */
function prepare(Bed $bed, array $sharing, float $redisMs, float $keapMs, array $settings = []): void
{
    $bed->reset();
    $bed->keap->options(['told_minute' => 0]); // Keap's documented pace, not what it tells in headers
    $bed->redis->start();
    foreach ($bed->hosts as $host) {
        $host->settings = $settings + $host->settings;
    }
    foreach ($sharing as $host) {
        $host->settings['infusionsoft.shared_store'] = 'redis://' . Bed::REDIS . '?prefix=bench';
    }
    $redisMs > 0 && set_round_trip($bed, 'redis', $redisMs);
    set_round_trip($bed, 'keap', $keapMs);
    if ($sharing !== []) {
        $bed->authorize([$sharing[0]]);
    }
    foreach ($sharing as $host) {
        same('', $host->php('infusionsoft_request("GET", "/rest/v2/contacts", ["fields" => "id"]);')->output, $host->name);
    }
}

$quick = in_array('quick', $argv, true);
[$rounds, $seconds, $refreshes, $load] = $quick ? [1, 10, 5, 8] : [3, 40, 20, 30];
$bed = new Bed(hosts: 3);
$results = new Results();
$workloads = [];
foreach (['warm', 'refresh', 'pace'] as $name) {
    $workloads[$name] = require __DIR__ . "/redis/$name.php";
}
for ($round = 1; $round <= $rounds; $round++) {
    fwrite(STDERR, "round $round of $rounds\n");
    $workloads['warm']($bed, $results, $seconds);
    $workloads['refresh']($bed, $results, $refreshes);
    $workloads['pace']($bed, $results, $load);
}
$redis = $bed->redis->info('server')['redis_version'];
$versions = $bed->hosts[0]->php('ob_start(); (new ReflectionExtension("infusionsoft"))->info();
    preg_match_all("/^libcurl => [\d.]+|(?<=^Redis => )hiredis [\d.]+/m", ob_get_clean(), $found);
    echo str_replace(" =>", "", implode(", ", $found[0]));')->output;
$report = sprintf("%s, PHP %s, $versions, Redis %s\n%s\n%s\n%s\n%s\n", machine_text(), PHP_VERSION, $redis,
    $quick ? "\nA quick run, for development only: its figures are not accurate.\n" : '', target_table(targets($results)), $results->table(), load_text());
echo $report;
if (in_array('docs', $argv, true)) {
    write_between_marks('several-machines.md', $report);
}
