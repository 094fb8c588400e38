--TEST--
An account name may contain any byte except NUL; each account has its own token and its own refresh
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';

$names = array_map(chr(...), range(1, 255));
// Two long names that differ in the last byte only, and one with the remaining bytes.
array_push($names, implode(array_slice($names, 0, 127)) . 'a', implode(array_slice($names, 0, 127)) . 'b', implode(array_slice($names, 127)));
$print = fn (string $token): string => substr(hash('sha256', $token), 0, 12);
$own = $used = [];
foreach ($names as $name) {
    $own[] = $print($keap->authorize(account: $name)['access_token']);
}
foreach ($names as $at => $name) {
    infusionsoft_request('GET', '/rest/v2/contacts', account: $name);
    if ($at % 16 === 0) {
        infusionsoft_token_refresh(true, $name);
    }
}
foreach ($keap->journal('/crm') as $request) {
    $used[] = $request['headers']['authorization']['sha256'];
}
var_dump($used === $own, count(array_unique($own)));
$known = array_map(fn ($name) => infusionsoft_token_status($name), $names);
var_dump(array_column($known, 'account') === $names);
echo json_encode(array_count_values(array_column($known, 'state'))), ' ', posts($keap), ' ', $keap->counts()['grants_killed'], "\n";
?>
--EXPECT--
bool(true)
int(258)
bool(true)
{"valid":258} 17 0
