--TEST--
A process keeps its connection to Redis over calls, and a forked child opens its own
--SKIPIF--
<?php
require __DIR__ . '/skipif.inc';
function_exists('pcntl_fork') || exit('skip needs pcntl');
?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/machines.inc';

$redis = new RedisServer($keap->folder);
$machine = new Machine($keap, 'a', $redis->url());
$token = var_export($keap->grant(), true);
$machine->run("infusionsoft_token_import($token);");
$connections = function (string $code) use ($redis, $machine): string {
    $count = static fn () => (int) explode(':', $redis->ask('INFO', 'stats'))[1];
    $before = $count();
    $output = $machine->run($code);
    return $output . ', ' . $count() - $before - 1 . ' connections'; // one is that of redis-cli
};
echo $connections('for ($i = 0; $i < 3; $i++) echo call_keap(), " ";'), "\n";
echo $connections('
    echo call_keap(), " ";
    $child = pcntl_fork();
    echo call_keap(), " ";
    if ($child) {
        pcntl_waitpid($child, $status);
        echo call_keap(), " ";
    }
'), "\n";
?>
--EXPECT--
called called called, 1 connections
called called called called, 2 connections
