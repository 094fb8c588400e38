--TEST--
The exchange that Redis let begin hands its pair in as the newest, and the code that an owner brings too
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/machines.inc';

$redis = new RedisServer($keap->folder);
$a = new Machine($keap, 'a', $redis->url());
$a->run('infusionsoft_authorize(' . var_export($keap->code('https://shop.example/callback'), true) . ', "https://shop.example/callback");');
echo 'of a code: ', $redis->field('life') === $redis->life() ? 'known' : 'in doubt', ', ', ltrim($redis->field('n'), '0'), "\n";
$token = var_export(['expires_in' => 8] + $keap->grant(), true);
$a->run("infusionsoft_token_import($token);");
until(fn () => $a->run('echo state();') === 'expired');
echo $a->call(), "\n";
echo 'of a refresh: ', $redis->field('life') === $redis->life() ? 'known' : 'in doubt', ', ', ltrim($redis->field('n'), '0'), "\n";
echo 'mark: ', json_encode($redis->field('open')), ', attempt: ', json_encode($redis->field('try')), "\n";
?>
--EXPECT--
of a code: known, 1
called
of a refresh: known, 2
mark: "", attempt: ""
