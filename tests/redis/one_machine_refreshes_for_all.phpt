--TEST--
Of two machines one refreshes an expired token, and the other takes its pair
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
echo 'a: ', $a->run("infusionsoft_token_import($token); echo call_keap();"), "\n";
echo 'b, without a grant of its own: ', $b->call(), "\n";
until(fn () => $b->run('echo state();') === 'expired');
$runs = [];
for ($i = 0; $i < 4; $i++) {
    array_push($runs, $a->start("echo call_keap();"), $b->start("echo call_keap();"));
}
$results = array_map(static fn (KeapProcess $run) => $run->output(), $runs);
echo implode(' ', array_unique($results)), "\n";
echo posts($keap), " refresh\n";
// Each tells it by its own clock, in whole seconds.
$expiries = array_map(static fn (Machine $machine) => (int) $machine->run('echo infusionsoft_token_status()["expires_at"];'), [$a, $b]);
echo 'the same token: ', var_export($expiries[0] > time() && abs($expiries[0] - $expiries[1]) <= 1, true), "\n";
?>
--EXPECT--
a: called
b, without a grant of its own: called
called
1 refresh
the same token: true
