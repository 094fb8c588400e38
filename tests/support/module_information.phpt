--TEST--
php --ri shows versions, the store, the accounts with state and expiry, and no secret
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';

import_due($keap);
infusionsoft_token_import(['api_key' => $keap->apiKey], 'key account');
$ri = function (array $settings = []) use ($keap): string {
    $settings += json_decode(file_get_contents("$keap->folder/settings.json"), true);
    return (new KeapProcess(keap_php_command($settings, ['--ri', 'infusionsoft'])))->output();
};
$shown = strtr($ri(), [$keap->storePath() => '<store>', $keap->caFile => '<ca>']);
// An exchange runs in one of three ways, and the third has a reason.
$ways = '/^Exchange => (separate process \((fork|helper)\)|in this process: \w.*)$/m';
$shown = preg_replace($ways, 'Exchange => <way>', $shown);
$redis = '/^Redis => (hiredis \d+\.\d+\.\d+, with(out)? TLS|not in this build)$/m';
$shown = preg_replace($redis, 'Redis => <library>', $shown);
echo preg_replace(['/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/', '/=> [\d.]+$/m'], ['<time>', '=> <number>'], strstr($shown, 'Directive', true));
preg_match_all('/^infusionsoft\.(client_id|client_secret|api_key|key) .*/m', $shown, $lines);
echo implode("\n", $lines[0]), "\n";

$status = infusionsoft_token_status();
var_dump(str_contains($shown, gmdate('Y-m-d H:i:s', $status['expires_at']) . ' UTC'));
$secret = json_decode(file_get_contents("$keap->folder/settings.json"), true)['infusionsoft.client_secret'];
foreach ([$secret, $keap->apiKey, 'at-', 'rt-'] as $needle) {
    if (str_contains($shown, $needle)) {
        echo "shows $needle\n";
    }
}

// Where the store cannot be used, it says why.
preg_match('/^Accounts => .*/m', $ri(['infusionsoft.store_path' => "$keap->folder/nowhere"]), $line);
echo strtok(strtr($line[0], [$keap->folder => '<folder>']), '.'), "\n";
mkdir("$keap->folder/empty", 0700);
preg_match('/^Accounts => .*/m', $ri(['infusionsoft.store_path' => "$keap->folder/empty"]), $line);
echo $line[0], "\n";
preg_match('/^Accounts => .*/m', $ri(['infusionsoft.key' => base64_encode(random_bytes(32))]), $line);
echo substr(strtr($line[0], [$keap->storePath() => '<store>']), 0, 65), "\n";
preg_match('/^Credential => .*/m', $ri(['infusionsoft.api_key' => $keap->apiKey]), $line);
echo $line[0], "\n";
?>
--EXPECT--
infusionsoft

Keap (Infusionsoft) support => enabled
Version => <number>
libcurl => <number>
libsodium => <number>
Authorities => file <ca>
Redis => <library>
Exchange => <way>
Store => <store>
Account default => refresh_due, access token until <time> UTC
Account key account => valid, expiry not known

infusionsoft.client_id => test-client => test-client
infusionsoft.client_secret => set => set
infusionsoft.api_key => not set => not set
infusionsoft.key => not set => not set
bool(true)
Accounts => The store's directory <folder>/nowhere does not exist
Accounts => none
Accounts => <store>/tokens is sealed under another key than the o
Credential => infusionsoft.api_key: no store needed
