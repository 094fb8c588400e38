--TEST--
A Redis before 6.2 is refused with its version
--SKIPIF--
<?php
require __DIR__ . '/skipif.inc';
str_starts_with((string) shell_exec('redis-server --version'), 'Redis') ?: print 'skip redis-server is not a Redis, such as Valkey';
?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/machines.inc';

// A copy of the present one that calls itself 6.1 or 6.2: the number is a text of the program.
preg_match('/v=(\d\.\d)(\.\d+)/', (string) shell_exec('redis-server --version'), $version);
$program = file_get_contents(trim((string) shell_exec('command -v redis-server')));
foreach (['6.1', '6.2'] as $claimed) {
    mkdir("$keap->folder/$claimed");
    file_put_contents("$keap->folder/$claimed/redis-server", str_replace("$version[1]$version[2]\0", "$claimed$version[2]\0", $program));
    chmod("$keap->folder/$claimed/redis-server", 0700);
    $redis = new RedisServer("$keap->folder/$claimed", [], "$keap->folder/$claimed/redis-server");
    $line = (new Machine($keap, "machine$claimed", $redis->url()))->call();
    echo "$claimed: ", str_replace("$claimed$version[2]", "$claimed.<patch>", $line), "\n";
    echo $redis->ask('DBSIZE'), " keys\n";
    $redis->stop();
}
?>
--EXPECTF--
6.1: Infusionsoft\ConfigurationException: Redis (infusionsoft.shared_store) has version 6.1.<patch>: Redis 6.2 or later is needed, or Valkey
0 keys
6.2: Infusionsoft\AuthorizationException: %s
2 keys
