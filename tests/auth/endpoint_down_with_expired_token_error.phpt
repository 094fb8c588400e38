--TEST--
With an expired token and no token endpoint, one process finds out and all say so
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$token = import_expired($keap);
// A first failure, so that this one makes the others wait for longer than this test takes.
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

// A person, or a deployment, need not wait.
echo infusionsoft_token_refresh(force: true)['state'], ' ', call_keap(), "\n";
?>
--EXPECT--
8 times ready Infusionsoft\TransportException: The last refresh failed, and the next is tried in … s: Keap's token endpoint answered 503 
0 more requests
expired: Keap's token endpoint answered 503
valid called
