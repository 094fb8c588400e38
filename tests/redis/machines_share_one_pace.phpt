--TEST--
The calls of two machines that share a grant leave one after the other, as those of one machine do
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
$runs = [];
for ($i = 0; $i < 3; $i++) {
    foreach ($machines as $machine) {
        $runs[] = $machine->start('for ($i = 0; $i < 5; $i++) echo call_keap(), " ";');
    }
}
$results = array_merge(...array_map(static fn (KeapProcess $run) => explode(' ', trim($run->output())), $runs));
echo count($results), ' ', implode(' ', array_unique($results)), "\n";
$times = array_column($keap->journal('/crm/rest/v2/contacts'), 'time');
// Each machine alone would take 15 gaps.
$took = max($times) - min($times);
echo $took >= 28 * 41 ? 'in 29 gaps or more' : "in $took ms", "\n";
echo 'machines: ', $redis->ask('EVAL', "return redis.call('ZCARD', redis.call('KEYS', '*:machines')[1])", '0'), "\n";
?>
--EXPECT--
30 called
in 29 gaps or more
machines: 2
