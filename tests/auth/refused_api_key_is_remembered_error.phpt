--TEST--
A refused API key is an AuthorizationException that names the key's account, remembered for all processes until the next good reply
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$refused = ['path' => '/crm', 'action' => 'status', 'status' => 401, 'times' => 0];
$show = 'require "' . __DIR__ . '/grants.inc";
    $status = infusionsoft_token_status();
    echo "$status[kind] $status[state] ", json_encode([$status["last_error"] === $status["attention"], $status["needs_attention"]]), "\n", attention(), "\n";';
$call = 'require "' . __DIR__ . '/grants.inc"; echo call_keap(), "\n";';

// The key of php.ini, with the store of another account.
$keap->authorize(account: 'other');
$key = ['infusionsoft.api_key' => $keap->apiKey];
$keap->fault($refused);
echo $keap->php($call, $key), $keap->php($show, $key);
// Another key is not the refused one.
echo strtok($keap->php($show, ['infusionsoft.api_key' => 'KeapAK-another']), "\n"), "\n";
$keap->clearFaults();
echo $keap->php($call, $key), $keap->php($show, $key);

// A stored key.
infusionsoft_token_import(['api_key' => $keap->apiKey]);
$keap->fault($refused);
echo call_keap(), "\n", $keap->php($show);
$keap->clearFaults();
echo call_keap(), "\n", $keap->php($show);

// The fakes answer as Keap does.
infusionsoft_fake(['*' => ['status' => 401]]);
echo strtok(call_keap(), '('), "\n";
?>
--EXPECT--
Infusionsoft\AuthorizationException: Keap refused infusionsoft.api_key, the key of account "default" (401). A key cannot be refreshed, so it was sent once: make a new key in Keap and set infusionsoft.api_key in php.ini
api_key reauthorization_required [true,true]
Keap refused infusionsoft.api_key, the key of account "default" (401). A key cannot be refreshed, so it was sent once: make a new key in Keap and set infusionsoft.api_key in php.ini
api_key valid [true,false]
called
api_key valid [true,false]
none
Infusionsoft\AuthorizationException: Keap refused the stored API key of account "default" (401). A key cannot be refreshed, so it was sent once: make a new key in Keap and give it to infusionsoft_token_import()
api_key reauthorization_required [true,true]
Keap refused the stored API key of account "default" (401). A key cannot be refreshed, so it was sent once: make a new key in Keap and give it to infusionsoft_token_import()
called
api_key valid [true,false]
none
Infusionsoft\AuthorizationException: Keap refused the access token of account "default" 
