--TEST--
With an expired token and the token endpoint down, one process tries, and all report its failure
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$token = import_expired($keap);
// After five failures in a row the back-off is longer than this test takes.
$keap->fault(['path' => '/token', 'action' => 'status', 'status' => 503, 'times' => 5]);
while (posts($keap) < 5) {
    attempt(fn () => infusionsoft_token_refresh(force: true));
}
$posts = posts($keap);

$processes = array_map(fn () => $keap->start(CALL), range(1, 8));
$outputs = array_map(fn ($process) => preg_replace('/in \d+ s/', 'in … s', $process->output()), $processes);
foreach (array_count_values($outputs) as $output => $count) {
    echo "$count times ", strtr($output, "\n", ' '), "\n";
}
echo posts($keap) - $posts, " more requests\n";
$status = infusionsoft_token_status();
echo "$status[state]: $status[last_error]\n";

// With force the back-off is ignored.
echo infusionsoft_token_refresh(force: true)['state'], ' ', call_keap(), "\n";
?>
--EXPECT--
8 times ready Infusionsoft\TransportException: The last refresh failed, and the next is tried in … s: Keap's token endpoint answered 503 
0 more requests
expired: Keap's token endpoint answered 503
valid called
