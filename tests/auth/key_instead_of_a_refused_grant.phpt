--TEST--
Where infusionsoft.api_key is used, phpinfo does not complain about a refused grant of the same account
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$keap->authorize();
$keap->revoke();
try {
    infusionsoft_token_refresh(force: true);
} catch (Infusionsoft\AuthorizationException) {
    echo infusionsoft_token_status()['state'], "\n";
}
$settings = ['infusionsoft.api_key' => $keap->apiKey] + json_decode(file_get_contents("$keap->folder/settings.json"), true);
echo preg_replace('/^(?!.*(Account|ttention)).*\n/m', '', (new KeapProcess(keap_php_command($settings, ['--ri', 'infusionsoft'])))->output());
?>
--EXPECT--
reauthorization_required
Account default => infusionsoft.api_key is used instead of the stored grant (reauthorization_required)
