--TEST--
A newer pair is handed in when it is asked for, also where thousands of older asks are waiting
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/machines.inc';

$redis = new RedisServer($keap->folder);
$a = new Machine($keap, 'a', $redis->url());
$b = new Machine($keap, 'b', $redis->url());
$token = var_export(['expires_in' => 8] + $keap->grant(), true);
$a->run("infusionsoft_token_import($token);");
echo 'b: ', $b->call(), "\n";
until(fn () => $b->run('echo state();') === 'expired');
echo 'a refreshes: ', $a->call(), "\n";
$redis->ask('FLUSHALL');

echo 'b: ', without_times(preg_replace(['/in \d+ s/', '/machine "[^"]*"/'], ['in <n> s', 'machine <name>'], $b->call())), "\n";
echo 'asked for: ', $redis->ask('ZCARD', '{test}:asks'), "\n";
$redis->ask('EVAL', "for i = 1, 3000 do redis.call('ZADD', KEYS[1], 1000 + i, string.format('%032x', i)) end", '1', '{test}:asks');
echo 'asked for: ', $redis->ask('ZCARD', '{test}:asks'), "\n";
$a->forgetHeartbeat();
echo 'a: ', $a->call(), "\n";
until(fn () => $b->call() === "called");
echo 'b: ', $b->call(), "\n";
echo posts($keap), " refresh\n";
?>
--EXPECT--
b: called
a refreshes: called
b: Infusionsoft\TransportException: The machine <name> may hold a newer token of account "default": this one refreshes on <time>, if no machine hands one in. infusionsoft_token_refresh(force: true) refreshes at once, and ends the grant if there is a newer one
asked for: 1
asked for: 3001
a: called
b: called
1 refresh
