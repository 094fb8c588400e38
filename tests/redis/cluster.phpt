--TEST--
A cluster: all keys lie in one slot, and a node that does not have it says which node to name
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/machines.inc';

$port = free_port();
$redis = new RedisServer($keap->folder, ['--port', (string) $port, '--cluster-enabled', 'yes', '--cluster-port', (string) free_port()]);
$redis->ask('CLUSTER', 'ADDSLOTS', ...array_map(strval(...), range(0, 16383)));
until(fn () => str_contains($redis->ask('CLUSTER', 'INFO'), 'cluster_state:ok'));
$a = new Machine($keap, 'a', "redis://127.0.0.1:$port?prefix=test");
$b = new Machine($keap, 'b', "redis://127.0.0.1:$port?prefix=test");
$token = var_export(['expires_in' => 1] + $keap->grant(), true);
$a->run("infusionsoft_token_import($token);");
until(fn () => $a->run('echo state();') === 'expired');
echo 'a: ', $a->call(), "\n";
echo 'b: ', $b->call(), "\n";
$slots = array_map(fn ($key) => $redis->ask('CLUSTER', 'KEYSLOT', $key), explode("\n", $redis->ask('KEYS', '*')));
echo count($slots) > 1 ? 'several keys' : 'one key', ' in ', count(array_unique($slots)), " slot\n";

$say = fn (string $line) => preg_replace(["/:$port/", '/MOVED \d+ \S+?\. In/'], [':<port>', 'MOVED <slot> <node>. In'], $line);
$c = new Machine($keap, 'c', "redis://127.0.0.1:$port/1?prefix=test");
echo 'database 1: ', $say($c->call()), "\n";

// A second node, which has the slot from now on by the word of the first.
mkdir("$keap->folder/second");
$second = new RedisServer("$keap->folder/second", ['--port', (string) free_port(), '--cluster-enabled', 'yes', '--cluster-port', (string) ($bus = free_port())]);
preg_match('/^(\w+) 127\.0\.0\.1:(\d+)|^(\w+) :(\d+)/m', $second->ask('CLUSTER', 'NODES'), $me);
[$id, $other] = array_slice(array_values(array_filter($me)), 1);
$redis->ask('CLUSTER', 'MEET', '127.0.0.1', $other, (string) $bus);
until(fn () => preg_match("/^$id .* connected/m", $redis->ask('CLUSTER', 'NODES')));
$redis->ask('FLUSHALL');
$redis->ask('CLUSTER', 'SETSLOT', $slots[0], 'NODE', $id);
$d = new Machine($keap, 'd', "redis://127.0.0.1:$port?prefix=test");
echo 'the slot is elsewhere: ', $say($d->call()), "\n";
?>
--EXPECT--
a: called
b: called
several keys in 1 slot
database 1: Infusionsoft\ConfigurationException: Redis at 127.0.0.1:<port> (infusionsoft.shared_store) refuses: ERR SELECT is not allowed in cluster mode: a cluster has database 0 only
the slot is elsewhere: Infusionsoft\ConfigurationException: Redis at 127.0.0.1:<port> (infusionsoft.shared_store) refuses: MOVED <slot> <node>. In a cluster all keys of one prefix lie in one slot, by the hash tag {prefix}, and the node that has the slot must be named in infusionsoft.shared_store: name that node, or choose a prefix (?prefix=) whose slot is on this one
