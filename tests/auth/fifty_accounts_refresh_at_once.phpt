--TEST--
Fifty accounts refresh at the same time: no account waits for another or gets another's tokens
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (getenv('TEST_UNDER_VALGRIND') !== false) {
    echo 'skip so many processes at once are too much under valgrind';
}
?>
--FILE--
<?php
// Long timeouts: fifty processes are slow on a small machine, and the duration is not tested.
$settings = ['infusionsoft.connect_timeout_ms' => 60000, 'infusionsoft.timeout_ms' => 120000, 'infusionsoft.max_wait_ms' => 60000];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

foreach (range(0, 49) as $number) {
    import_expired($keap, "account $number");
}
// The stand-in holds every request until all fifty have arrived.
$keap->fault(['path' => '/token', 'hold' => 'before', 'times' => 50]);
$code = fn (int $number) => 'infusionsoft_request("GET", "/rest/v2/contacts", ["filter" => "given_name==' . $number . '"], account: "account ' . $number . '"); echo "called";';
$processes = array_map(fn (int $number) => $keap->start($code($number)), range(0, 49));
$keap->wait('/token', 50, 'held');
echo posts($keap), " refreshes at once\n";
$keap->release(['path' => '/token']);
echo json_encode(array_count_values(array_map(fn ($process) => $process->output(), $processes))), "\n";

// The stand-in numbers the grants in the order they were made, as the accounts are numbered.
$owner = [];
foreach ($keap->state()['grants'] as $number => $grant) {
    foreach ($grant['access_tokens'] as $token) {
        $owner[substr(hash('sha256', $token), 0, 12)] = $number;
    }
}
$right = 0;
foreach ($keap->journal('/crm') as $request) {
    $right += "given_name=={$owner[$request['headers']['authorization']['sha256']]}" === $request['query']['filter'][0] ? 1 : 0;
}
echo "$right calls with the account's own token\n";
echo json_encode(array_count_values(array_column(infusionsoft_accounts(), 'state'))), ', ', posts($keap), " refreshes, {$keap->counts()['grants_killed']} grants killed\n";
var_dump($keap->violations());
?>
--EXPECT--
50 refreshes at once
{"called":50}
50 calls with the account's own token
{"valid":50}, 50 refreshes, 0 grants killed
array(0) {
}
