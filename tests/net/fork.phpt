--TEST--
A forked child opens its own connection, and the parent keeps using its own
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (!function_exists('pcntl_fork')) {
    echo 'skip needs pcntl';
}
?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$call = fn (string $who) => infusionsoft_request('GET', "/rest/v2/$who");
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 200, 'times' => 0]);

$call('parent');
$children = [];
for ($i = 0; $i < 2; $i++) {
    $children[] = $pid = pcntl_fork();
    if ($pid === 0) {
        $call("child$i");
        $call("child$i");
        // One ends as scripts do, with everything that this closes; one at once.
        $i === 0 ? exit(0) : exec('kill -KILL ' . getmypid());
    }
}
foreach ($children as $pid) {
    pcntl_waitpid($pid, $status);
    $call('parent');
}

$connections = [];
foreach ($keap->journal() as ['path' => $path, 'connection' => $connection]) {
    $connections[basename($path)][$connection] = ($connections[basename($path)][$connection] ?? 0) + 1;
}
ksort($connections);
foreach ($connections as $who => $used) {
    echo "$who: ", array_sum($used), ' requests, ', count($used), " connections\n";
}
var_dump($keap->counts()['connections'], $keap->violations());
?>
--EXPECT--
child0: 2 requests, 1 connections
child1: 2 requests, 1 connections
parent: 3 requests, 1 connections
int(3)
array(0) {
}
