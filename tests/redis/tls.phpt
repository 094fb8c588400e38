--TEST--
Machines share a grant over rediss://, with the authority of infusionsoft.ca_file or infusionsoft.ca_path
--SKIPIF--
<?php
require __DIR__ . '/skipif.inc';
require __DIR__ . '/tls.inc';
echo tls_obstacle();
?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/machines.inc';
require __DIR__ . '/tls.inc';
require __DIR__ . '/../net/authorities.inc';

$port = free_port();
$tls = dirname($keap->caFile);
$redis = redis_with_tls($keap, $port, "$tls/server.pem", "$tls/server.key");
$authority = file_get_contents($keap->caFile);
mkdir("$keap->folder/hashed");
file_put_contents("$keap->folder/hashed/" . hashed_name($authority), $authority);
$a = new Machine($keap, 'a', "rediss://127.0.0.1:$port");
$b = new Machine($keap, 'b', "rediss://localhost:$port", ['infusionsoft.ca_file' => '', 'infusionsoft.ca_path' => "$keap->folder/hashed"]);
$token = var_export(['expires_in' => 1] + $keap->grant(), true);
$a->run("infusionsoft_token_import($token);");
until(fn () => $a->run('echo state();') === 'expired');
echo 'a, with ca_file: ', $a->call(), "\n";
echo 'b, with ca_path, takes the pair of a: ', $b->call(), "\n";
echo posts($keap), " refresh\n";
?>
--EXPECT--
a, with ca_file: called
b, with ca_path, takes the pair of a: called
1 refresh
