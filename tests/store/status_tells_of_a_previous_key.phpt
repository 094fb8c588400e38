--TEST--
The status shows that a record is sealed under a previous key, and a refresh, due or not, seals it under the present key
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';

[$old, $new] = array_map(fn () => base64_encode(random_bytes(32)), range(1, 2));
$before = ['infusionsoft.key' => $old];
$between = ['infusionsoft.key' => $new, 'infusionsoft.previous_keys' => $old];
$after = ['infusionsoft.key' => $new];

echo $keap->php('$keap->authorize(); infusionsoft_token_import(["api_key" => $keap->apiKey], "key");', $before);
echo $keap->php('
    foreach (["default", "key"] as $account) {
        var_dump(infusionsoft_token_status($account)["previous_key"]);
        $status = infusionsoft_token_refresh(account: $account);
        var_dump(isset($status["previous_key"]), $status["generation"]);
        echo infusionsoft_token_refresh(account: $account)["generation"], " is left alone\n";
    }', $between);
echo $keap->php('
    foreach (["default", "key"] as $account) {
        echo infusionsoft_token_status($account)["state"], "\n";
        infusionsoft_request("GET", "/rest/v2/contacts", account: $account);
    }', $after);
echo $keap->count('POST /token'), " refreshes\n";
?>
--EXPECT--
bool(true)
bool(false)
int(2)
2 is left alone
bool(true)
bool(false)
int(2)
2 is left alone
valid
valid
0 refreshes
