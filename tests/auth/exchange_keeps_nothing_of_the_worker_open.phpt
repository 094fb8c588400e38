--TEST--
The exchange of a killed worker keeps none of the worker's connections, pipes and listening sockets open
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_expired($keap);
$keap->fault(['path' => '/token', 'hold' => 'before']);
$worker = $keap->start('
    $server = stream_socket_server("tcp://127.0.0.1:0");
    echo stream_socket_get_name($server, false), "\n";
    $client = stream_socket_accept($server);
    fwrite($client, "hello\n");
    infusionsoft_request("GET", "/rest/v2/contacts");
');
$address = $worker->line();
$client = stream_socket_client("tcp://$address");
echo fgets($client);
$keap->wait('/token', phase: 'held');
$worker->kill(9);

// If the exchange kept one of these open, this would wait for the exchange, which waits for this test.
var_dump($worker->output(), fgets($client), @stream_socket_client("tcp://$address"));
echo $keap->release(), " was held all the while\n";
echo infusionsoft_token_refresh()['state'], ' ', posts($keap), "\n";
?>
--EXPECT--
hello
string(0) ""
bool(false)
bool(false)
1 was held all the while
valid 1
