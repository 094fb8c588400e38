--TEST--
A process stays with the system's bundle of authorities after a reply that came by it, and not after a connection that broke
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/authorities.inc';
echo system_authorities_obstacle();
?>
--FILE--
<?php
$settings = ['infusionsoft.ca_file' => '', 'infusionsoft.keepalive' => 0, 'infusionsoft.retries' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/authorities.inc';

$keap->authorize();
$keap->fault(['path' => '/crm', 'action' => 'hangup']);
$wrong = other_authority();
$code = '
    foreach (["breaks", "goes", "goes too"] as $case) {
        $before = $keap->counts();
        echo "$case: ", strtok(call_keap(), ":");
        $keap->closeIdle();
        $after = $keap->counts();
        echo ", ", $after["failed_handshakes"] - $before["failed_handshakes"], " handshakes failed\n";
    }';
echo run_with_authorities($keap, [$wrong], [$wrong, file_get_contents($keap->caFile)], $code);
?>
--EXPECT--
breaks: Infusionsoft\TransportException, 1 handshakes failed
goes: called, 1 handshakes failed
goes too: called, 0 handshakes failed
