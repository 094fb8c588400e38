--TEST--
Without Redis calls go on until the token expires, and then fail with a message that names Redis
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/machines.inc';

$redis = new RedisServer($keap->folder);
$a = new Machine($keap, 'a', $redis->url());
$token = var_export(['expires_in' => 8] + $keap->grant(), true);
$a->run("infusionsoft_token_import($token);");
$redis->stop();
echo 'valid or due: ', $a->call(), "\n";
until(fn () => $a->run('echo state();') === 'expired');
echo str_replace($keap->folder, '<folder>', $a->call()), "\n";
echo posts($keap), " refreshes\n";
?>
--EXPECT--
valid or due: called
Infusionsoft\TransportException: Redis at <folder>/redis.sock (infusionsoft.shared_store) cannot be used: No such file or directory
0 refreshes
