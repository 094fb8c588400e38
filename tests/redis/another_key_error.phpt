--TEST--
A machine with another key is told so, and changes nothing in Redis
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/machines.inc';

$redis = new RedisServer($keap->folder);
$a = new Machine($keap, 'a', $redis->url());
$b = new Machine($keap, 'b', $redis->url(), ['infusionsoft.key' => 'BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=']);
$token = var_export(['expires_in' => 1] + $keap->grant(), true);
$a->run("infusionsoft_token_import($token);");
echo 'b: ', $b->call(), "\n";
$keys = $redis->ask('DBSIZE');
$token = var_export(['expires_in' => 1] + $keap->grant(), true);
$b->run("infusionsoft_token_import($token);");
until(fn () => $b->run('echo state();') === 'expired');
echo 'b, with a grant of its own: ', $b->call(), "\n";
echo $keys === $redis->ask('DBSIZE') ? 'nothing changed' : 'changed', ', ', posts($keap), " refreshes\n";
echo 'a: ', $a->call(), "\n";
?>
--EXPECT--
b: Infusionsoft\ConfigurationException: The machines that share this Redis (infusionsoft.shared_store) have another key: set the same infusionsoft.key on all machines, or another prefix on this one
b, with a grant of its own: Infusionsoft\ConfigurationException: The machines that share this Redis (infusionsoft.shared_store) have another key: set the same infusionsoft.key on all machines, or another prefix on this one
nothing changed, 0 refreshes
a: called
