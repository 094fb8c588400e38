--TEST--
infusionsoft.api_key replaces the stored grant of the account that php.ini names, and of no other account
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

foreach (['default', 'shop', 'other'] as $account) {
    $keap->authorize(account: $account);
}
$code = '
    echo infusionsoft_token_status()["kind"], " ";
    foreach (["default", "shop", "other"] as $account) {
        echo $account, "=", infusionsoft_token_status($account)["kind"], " ";
    }
    // ini_set() chooses the account for the calls of this script. It does not make the key the credential of that account.
    ini_set("infusionsoft.account", "other");
    echo infusionsoft_token_status()["account"], "=", infusionsoft_token_status()["kind"], "\n";';
$key = ['infusionsoft.api_key' => $keap->apiKey];
echo $keap->php($code, $key);
echo $keap->php($code, $key + ['infusionsoft.account' => 'shop']);
echo $keap->php($code);

echo $keap->php('infusionsoft_request("GET", "/rest/v2/contacts"); infusionsoft_request("GET", "/rest/v2/contacts", account: "shop");', $key);
foreach ($keap->journal('/crm') as $entry) {
    echo $entry['headers']['authorization']['sha256'] === substr(hash('sha256', $keap->apiKey), 0, 12) ? 'key' : 'grant', "\n";
}
?>
--EXPECT--
api_key default=api_key shop=oauth2 other=oauth2 other=oauth2
api_key default=oauth2 shop=api_key other=oauth2 other=oauth2
oauth2 default=oauth2 shop=oauth2 other=oauth2 other=oauth2
key
grant
