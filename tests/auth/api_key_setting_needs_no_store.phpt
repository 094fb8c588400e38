--TEST--
infusionsoft.api_key works without a store and without a grant
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$code = '
    require "' . __DIR__ . '/grants.inc";
    echo call_keap(), "\n", json_encode(infusionsoft_token_status()), "\n";
    echo infusionsoft_token_refresh(true)["kind"], "\n";
    infusionsoft_contact_create(["email" => "ann@example.com"]);';
echo $keap->php($code, ['infusionsoft.api_key' => $keap->apiKey, 'infusionsoft.store_path' => '/nonexistent/store', 'infusionsoft.client_id' => null]);
echo count($keap->state()['contacts']), ' ', posts($keap), ' ', json_encode($keap->violations()), "\n";

// A key that Keap refuses is not refreshed.
$code = 'require "' . __DIR__ . '/grants.inc"; echo call_keap(), "\n";';
echo preg_replace('/(AuthorizationException).*/', '$1', $keap->php($code, ['infusionsoft.api_key' => 'KeapAK-wrong']));
echo $keap->php($code, ['infusionsoft.api_key' => "KeapAK-with blank"]);
echo $keap->count('GET /crm/rest/v2/contacts'), ' ', posts($keap), ' ', count(scandir($keap->storePath())) - 2, " files\n";
?>
--EXPECT--
called
{"account":"default","kind":"api_key","state":"valid","application":null,"expires_at":null,"refreshed_at":null,"generation":0,"last_error":null,"needs_attention":false,"attention":null}
api_key
1 0 []
Infusionsoft\AuthorizationException
Infusionsoft\ConfigurationException: infusionsoft.api_key contains a space or a character that an HTTP header must not contain: copy the key from Keap again
2 0 0 files
