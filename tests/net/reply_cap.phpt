--TEST--
A reply of 16 MiB is accepted, and a longer one is refused
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$most = 16 << 20;
$keap->fault(['path' => '/crm', 'action' => 'flood', 'bytes' => $most]);
var_dump(strlen(infusionsoft_request('GET', '/rest/v2/x')) === $most - 2);
// Asking again would bring the same.
foreach ([$most + 1, 100000000] as $bytes) {
    $keap->fault(['path' => '/crm', 'action' => 'flood', 'bytes' => $bytes]);
    echo outcome(fn () => infusionsoft_request('GET', '/rest/v2/x')), "\n";
}
var_dump(count($keap->journal()), memory_get_peak_usage() < 5 * $most);
infusionsoft_contact_find('a@b');
var_dump($keap->violations());
?>
--EXPECT--
bool(true)
TransportException, not sent
TransportException, not sent
int(3)
bool(true)
array(0) {
}
