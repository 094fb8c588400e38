--TEST--
A Redis user without INFO, or without another command that is needed, is told which ACL rules are missing
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/machines.inc';

$port = free_port();
$redis = new RedisServer($keap->folder, ['--port', (string) $port]);
$rights = '~{test}:* +eval +info +time +hget +hmget +hset +hdel +del +pexpire +pexpireat +zadd +zrange +zrem +zremrangebyscore';
$rules = ['none is missing' => '', 'without INFO' => '-info', 'without EVAL' => '-eval', 'without HSET' => '-hset', 'other keys' => 'resetkeys ~other:*'];
foreach (array_keys($rules) as $i => $scene) {
    $redis->ask('FLUSHALL');
    $redis->ask('ACL', 'SETUSER', "user$i", 'on', '>hidden', ...explode(' ', trim("$rights $rules[$scene]")));
    $machine = new Machine($keap, "machine$i", "redis://user$i:hidden@127.0.0.1:$port?prefix=test");
    $line = str_replace(":$port", ':<port>', $machine->call());
    // The words of Redis between "refuses:" and the advice differ by its version.
    echo "$scene: ", preg_replace('/(refuses: ).*?(\. The user needs)/', '$1<words>$2', $line), "\n";
}
?>
--EXPECTF--
none is missing: Infusionsoft\AuthorizationException: %s
without INFO: Infusionsoft\ConfigurationException: Redis (infusionsoft.shared_store) refuses INFO to this user, and without it nobody knows whether Redis lost a pair at a restart or a fail-over: allow it by the ACL rule +info (ACL SETUSER name +info)
without EVAL: Infusionsoft\ConfigurationException: Redis at 127.0.0.1:<port> (infusionsoft.shared_store) refuses: <words>. The user needs the keys ~{prefix}:* (~{infusionsoft}:* without ?prefix=) and the commands +eval +info +time +hget +hmget +hset +hdel +del +pexpire +pexpireat +zadd +zrange +zrem +zremrangebyscore
without HSET: Infusionsoft\ConfigurationException: Redis at 127.0.0.1:<port> (infusionsoft.shared_store) refuses: <words>. The user needs the keys ~{prefix}:* (~{infusionsoft}:* without ?prefix=) and the commands +eval +info +time +hget +hmget +hset +hdel +del +pexpire +pexpireat +zadd +zrange +zrem +zremrangebyscore
other keys: Infusionsoft\ConfigurationException: Redis at 127.0.0.1:<port> (infusionsoft.shared_store) refuses: <words>. The user needs the keys ~{prefix}:* (~{infusionsoft}:* without ?prefix=) and the commands +eval +info +time +hget +hmget +hset +hdel +del +pexpire +pexpireat +zadd +zrange +zrem +zremrangebyscore
