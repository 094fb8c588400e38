--TEST--
Of the system's certificate authorities the directory is used first, and the bundle where the directory lacks the one that is needed
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/authorities.inc';
echo system_authorities_obstacle();
?>
--FILE--
<?php
$settings = ['infusionsoft.ca_file' => '', 'infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/authorities.inc';

$right = file_get_contents($keap->caFile);
$wrong = other_authority();
// A refresh by an exchange and a call, a call on another connection, and a batch.
$code = '
    foreach (["mine", "mine"] as $account) {
        echo call_keap($account), "\n";
        $keap->closeIdle();
    }
    $batch = infusionsoft_batch(["a" => fn () => call_keap("mine")]);
    echo "batch: ", iterator_to_array($batch)["a"], "\n";';
$scenes = [
    'the directory has it' => [[$wrong, $right], [$wrong]],
    'the bundle has it' => [[$wrong], [$wrong, $right]],
    'neither has it' => [[$wrong], [$wrong]],
];
foreach ($scenes as $name => [$inDirectory, $inBundle]) {
    import_expired($keap, 'mine');
    $before = $keap->counts();
    echo "$name:\n", run_with_authorities($keap, $inDirectory, $inBundle, $code);
    $after = $keap->counts();
    echo $after['failed_handshakes'] - $before['failed_handshakes'], ' handshakes failed, ', $after['handshakes'] - $before['handshakes'], " did not\n";
}
?>
--EXPECTF--
the directory has it:
called
called
batch: called
0 handshakes failed, 4 did not
the bundle has it:
called
called
batch: called
2 handshakes failed, 4 did not
neither has it:
Infusionsoft\TransportException: Keap's token endpoint could not be reached: SSL certificate problem: unable to get local issuer certificate
Infusionsoft\TransportException: The last refresh failed, and the next is tried in %d s: Keap's token endpoint could not be reached: SSL certificate problem: unable to get local issuer certificate
batch: Infusionsoft\TransportException: The last refresh failed, and the next is tried in %d s: Keap's token endpoint could not be reached: SSL certificate problem: unable to get local issuer certificate
2 handshakes failed, 0 did not
