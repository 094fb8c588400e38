--TEST--
If the process that waits for the exchange helper is killed, the next one of the machine hands the pair in, as one that may not be the newest
--SKIPIF--
<?php
require __DIR__ . '/skipif.inc';
ob_start();
(new ReflectionExtension('infusionsoft'))->info();
if (!str_contains(ob_get_clean(), 'separate process (helper)')) {
    echo 'skip this build has no exchange helper';
}
?>
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
until(fn () => $a->run('echo state();') === 'expired');
$keap->fault(['path' => '/token', 'hold' => 'after']);
$killed = $a->start('echo call_keap();');
$keap->wait('/token', phase: 'held');
$killed->kill();
$killed->output();
$before = $redis->field('n');
echo 'before: pair ', ltrim($redis->field('n'), '0'), ', ', $redis->field('open') ? 'marked' : 'not marked', "\n";
$next = $a->start('echo "ready\n", call_keap();');
echo 'a: ', $next->line();
$keap->release(['path' => '/token']);
echo ', ', $next->output(), "\n";
// A process that only reads does not wait for the account's lock, which the helper may still have.
until(static function () use ($a, $redis, $before): bool {
    $a->call();
    return $redis->field('n') !== $before;
});
echo 'after: pair ', ltrim($redis->field('n'), '0'), ', ', $redis->field('open') ? 'marked' : 'not marked', ', life ', json_encode($redis->field('life')), "\n";
until(fn () => $b->run('echo state();') === 'expired');
echo 'b: ', $b->call(), "\n";
echo posts($keap), " refresh\n";
?>
--EXPECT--
b: called
before: pair 1, marked
a: ready, called
after: pair 2, not marked, life ""
b: called
1 refresh
