--TEST--
A Redis that cannot prove who it is gets no command: another authority, another name, no TLS at all
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

$port = free_port();
$tls = dirname($keap->caFile);
$calls = 0;
$try = function (string $scene, string $url, array $settings = []) use ($keap, $port, &$calls): void {
    $machine = new Machine($keap, 'machine' . ++$calls, $url, $settings);
    echo "$scene: ", str_replace([":$port", $keap->folder], [':<port>', '<folder>'], $machine->call()), "\n";
};
certify($keap, 'stranger', 'basicConstraints=critical,CA:TRUE', true);
certify($keap, 'elsewhere', 'subjectAltName=DNS:redis.example');
mkdir("$keap->folder/empty");

$redis = redis_with_tls($keap, $port, "$tls/server.pem", "$tls/server.key");
$try('no grant, but TLS works', "rediss://127.0.0.1:$port");
$keys = $redis->ask('DBSIZE');
$redis->ask('FLUSHALL');
$try('another authority', "rediss://127.0.0.1:$port", ['infusionsoft.ca_file' => "$keap->folder/stranger.pem"]);
$try('no authority in the directory', "rediss://127.0.0.1:$port", ['infusionsoft.ca_file' => '', 'infusionsoft.ca_path' => "$keap->folder/empty"]);
$try('no file of authorities', "rediss://127.0.0.1:$port", ['infusionsoft.ca_file' => "$keap->folder/nowhere.pem"]);
echo "keys after a login and after the others: $keys, ", $redis->ask('DBSIZE'), "\n";
$redis->stop();

$redis = redis_with_tls($keap, $port, "$keap->folder/elsewhere.pem", "$keap->folder/elsewhere.key");
$try('another name', "rediss://127.0.0.1:$port");
$try('another name for localhost', "rediss://localhost:$port");
$redis->stop();

$redis = new RedisServer($keap->folder, ['--port', (string) $port]);
$try('a server without TLS', "rediss://127.0.0.1:$port");
?>
--EXPECTF--
no grant, but TLS works: Infusionsoft\AuthorizationException: %s
another authority: Infusionsoft\TransportException: Redis at 127.0.0.1:<port> (infusionsoft.shared_store) cannot be used with TLS: self%ssigned certificate in certificate chain
no authority in the directory: Infusionsoft\TransportException: Redis at 127.0.0.1:<port> (infusionsoft.shared_store) cannot be used with TLS: self%ssigned certificate in certificate chain
no file of authorities: Infusionsoft\TransportException: Redis at 127.0.0.1:<port> (infusionsoft.shared_store) cannot be used with TLS: the authorities of infusionsoft.ca_file or infusionsoft.ca_path cannot be read
keys after a login and after the others: 1, 0
another name: Infusionsoft\TransportException: Redis at 127.0.0.1:<port> (infusionsoft.shared_store) cannot be used with TLS: IP address mismatch
another name for localhost: Infusionsoft\TransportException: Redis at localhost:<port> (infusionsoft.shared_store) cannot be used with TLS: hostname mismatch
a server without TLS: Infusionsoft\TransportException: Redis at 127.0.0.1:<port> (infusionsoft.shared_store) cannot be used with TLS: the server ended the handshake, or has no TLS on this port
