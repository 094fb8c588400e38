--TEST--
Sentinels tell where the master is, also after a fail-over; without a master or a Sentinel it is told
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/machines.inc';
require __DIR__ . '/sentinel.inc';

[$first, $second, $third, $away] = [free_port(), free_port(), free_port(), free_port()];
mkdir("$keap->folder/first");
mkdir("$keap->folder/second");
$master = new RedisServer("$keap->folder/first", ['--port', (string) $first, '--repl-diskless-sync-delay', '0']);
$replica = new RedisServer("$keap->folder/second", ['--port', (string) $second, '--replicaof', "127.0.0.1 $first"]);
until(fn () => str_contains($replica->ask('INFO', 'replication'), 'master_link_status:up'));
$sentinel = new Sentinel("$keap->folder/sentinel", $third, $first);

// A Sentinel that takes connections and never answers.
$hanging = stream_socket_server('tcp://127.0.0.1:0');
$hangs = stream_socket_get_name($hanging, false);
$url = "redis+sentinel://127.0.0.1:$away,$hangs,127.0.0.1:$third/mymaster?prefix=test";
$a = new Machine($keap, 'a', $url);
$b = new Machine($keap, 'b', $url);
$token = var_export(['expires_in' => 1] + $keap->grant(), true);
$a->run("infusionsoft_token_import($token);");
until(fn () => $a->run('echo state();') === 'expired');
echo 'a: ', $a->call(), "\n";
$pair = fn (RedisServer $server) => $server->field('lin') . $server->field('n');
until(fn () => $pair($replica) !== '' && $pair($replica) === $pair($master));

$sentinel->failOver($second);
$master->stop();
echo 'b, from the new master: ', $b->call(), "\n";
echo posts($keap), " refresh\n";

$say = fn (string $line) => strtr($line, [":$third" => ':<port>', ":$away" => ':<away>']);
$c = new Machine($keap, 'c', "redis+sentinel://127.0.0.1:$third/other?prefix=test");
echo 'unknown master: ', $say($c->call()), "\n";
$sentinel->stop();
$d = new Machine($keap, 'd', "redis+sentinel://127.0.0.1:$away,127.0.0.1:$third/mymaster?prefix=test");
echo 'no Sentinel: ', $say($d->call()), "\n";
?>
--EXPECT--
a: called
b, from the new master: called
1 refresh
unknown master: Infusionsoft\ConfigurationException: The Sentinel at 127.0.0.1:<port> does not know the master that infusionsoft.shared_store names
no Sentinel: Infusionsoft\TransportException: No Sentinel of infusionsoft.shared_store answers: the one at 127.0.0.1:<port> cannot be reached
