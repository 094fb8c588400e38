--TEST--
While Redis is away, each machine keeps to its place among the others, and no call fails
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/machines.inc';

$keap->options(['told_minute' => 0]); // the pace that Keap documents
$redis = new RedisServer($keap->folder);
$machines = [new Machine($keap, 'a', $redis->url()), new Machine($keap, 'b', $redis->url())];
$token = var_export($keap->grant(), true);
$machines[0]->run("infusionsoft_token_import($token);");
// The second question of the first machine tells it of the other one.
echo implode(' ', [$machines[0]->call(), $machines[1]->call(), $machines[0]->call()]), "\n";
$redis->stop();
foreach ($machines as $machine) {
    $before = count($keap->journal('/crm/rest/v2/contacts'));
    echo $machine->run('for ($i = 0; $i < 6; $i++) echo call_keap(), " ";'), "\n";
    $times = array_column(array_slice($keap->journal('/crm/rest/v2/contacts'), $before), 'time');
    // Two machines take turns, 61.5 ms apart. Alone, the calls would be 41 ms apart.
    $took = end($times) - $times[1];
    echo $took >= 450 ? '4 turns of two machines' : "$took ms", "\n";
}
$redis->start();
until(fn () => $machines[0]->call() === 'called' && $redis->ask('EVAL', "return #redis.call('KEYS', '*:machines')", '0') === '1');
echo "Redis is asked again\n";
?>
--EXPECT--
called called called
called called called called called called
4 turns of two machines
called called called called called called
4 turns of two machines
Redis is asked again
