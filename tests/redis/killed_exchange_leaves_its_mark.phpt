--TEST--
An exchange that is killed with Keap's reply leaves its mark in Redis and on its machine (killed in developers' builds only)
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
until(fn () => $a->run('echo state();') === 'expired');
putenv('INFUSIONSOFT_CRASH_POINT=reply_read:kill');
echo $a->call(), "\n";
putenv('INFUSIONSOFT_CRASH_POINT');
echo $redis->field('open') ? 'marked' : 'not marked', ', ', $redis->field('open_try') === $redis->field('try') ? 'by this attempt' : 'by another attempt', ', by ', $redis->field('open_by') === gethostname() ? 'this machine' : 'another', "\n";
echo 'pair ', ltrim($redis->field('n'), '0'), ', ', posts($keap), ' refresh, ', $a->run('echo state();'), "\n";
?>
--EXPECT--
Infusionsoft\TransportException: The process that exchanged tokens with Keap was killed: it is not known whether Keap acted
marked, by this attempt, by this machine
pair 1, 1 refresh, expired
