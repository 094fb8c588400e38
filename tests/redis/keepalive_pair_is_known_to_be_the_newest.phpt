--TEST--
The pair that keep-alive brings at the end of a request is handed in as the newest
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/machines.inc';

$redis = new RedisServer($keap->folder);
$a = new Machine($keap, 'a', $redis->url(), ['infusionsoft.keepalive' => 1]);
$token = var_export(['expires_at' => time() + 600] + $keap->grant(), true);
$a->run("infusionsoft_token_import($token);");
echo 'pair ', ltrim($redis->field('n'), '0'), ', ', $redis->field('life') === $redis->life() ? 'known' : 'in doubt', ', ', posts($keap), " refresh\n";
?>
--EXPECT--
pair 2, known, 1 refresh
