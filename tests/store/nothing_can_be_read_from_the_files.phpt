--TEST--
No file of the store contains a readable token, key, secret or account name
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';

infusionsoft_token_import(['access_token' => 'at-visible-access', 'refresh_token' => 'rt-visible-refresh', 'expires_in' => 3600,
    'scope' => 'full|visible.infusionsoft.com'], 'visible account');
infusionsoft_token_import(['api_key' => 'KeapAK-visible-key'], 'visible key');
$token = $keap->authorize();
$uri = 'https://visible.example/';
$code = $keap->code($uri);
infusionsoft_authorize($code, $uri, 'visible code');
infusionsoft_token_refresh(force: true);
$keap->fault(['path' => '/token', 'action' => 'status', 'status' => 503, 'body' => ['error' => 'visible error']]);
attempt(fn () => infusionsoft_token_refresh(force: true));
// The same with a key from the setting.
mkdir("$keap->folder/second", 0700);
$key = base64_encode(random_bytes(32));
$keap->php('$keap->authorize(account: "visible second");', ['infusionsoft.key' => $key, 'infusionsoft.store_path' => "$keap->folder/second"]);

$secret = json_decode(file_get_contents("$keap->folder/settings.json"), true)['infusionsoft.client_secret'];
$needles = ['at-', 'rt-', 'KeapAK', 'code-', 'visible', 'default', $secret, $code, base64_encode($secret), $key, base64_decode($key)];
foreach ($keap->state()['grants'] as $grant) {
    array_push($needles, $grant['refresh_token'], ...$grant['access_tokens']);
}
$searched = 0;
foreach ([...glob($keap->storePath() . '/{,.}*', GLOB_BRACE), ...glob("$keap->folder/second/{,.}*", GLOB_BRACE)] as $file) {
    if (is_dir($file)) {
        continue;
    }
    $bytes = file_get_contents($file);
    $searched += strlen($bytes);
    foreach ($needles as $needle) {
        // A short needle occurs by chance in random bytes, about once in 16 MiB. With four token characters after it, it does not.
        if (strlen($needle) > 4 ? stripos($bytes, $needle) !== false : preg_match('/' . $needle . '[A-Za-z0-9_-]{4}/', $bytes)) {
            echo basename($file), " holds $needle\n";
        }
    }
}
var_dump($searched > 1000000);
echo infusionsoft_token_status('visible account')['application'], "\n";
?>
--EXPECT--
bool(true)
visible.infusionsoft.com
