--TEST--
After Redis forgot everything, a machine without a grant asks for it, and gets it from the other machine's heartbeat
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
$token = var_export($keap->grant(), true);
$a->run("infusionsoft_token_import($token);");
$redis->ask('FLUSHALL');

echo 'b: ', $b->call(), "\n";
echo 'missed: ', $redis->ask('ZCARD', '{test}:missed'), ', for ', $redis->ask('PTTL', '{test}:missed') > 100000 ? 'two minutes' : 'a shorter time', "\n";
$a->forgetHeartbeat();
echo 'a: ', $a->call(), "\n";
echo 'b: ', $b->call(), "\n";
echo posts($keap), " refreshes\n";

echo "\n300 accounts that no machine has\n";
$redis->ask('FLUSHALL');
$b->run('for ($i = 0; $i < 300; $i++) { call_keap("nobody-$i"); }');
echo 'missed: ', $redis->ask('ZCARD', '{test}:missed'), "\n";
?>
--EXPECT--
b: Infusionsoft\AuthorizationException: There is no grant for account "default": send the owner of the Keap application to infusionsoft_authorize_url(), import a token pair with infusionsoft_token_import(), or set infusionsoft.api_key. The other machines are asked now: one that has it hands it in at the end of a request, within 30 s
missed: 1, for two minutes
a: called
b: called
0 refreshes

300 accounts that no machine has
missed: 256
