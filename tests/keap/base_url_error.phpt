--TEST--
A base URL that must not get secrets throws a ConfigurationException, and nothing is sent
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/keap.inc';

// One process per URL, because the setting can be set in php.ini only.
$code = '
    require "%s";
    infusionsoft_token_import(["access_token" => "at-x", "refresh_token" => "rt-x", "expires_in" => 86399]);
    echo outcome(fn () => infusionsoft_contact_create(["email" => "a@b"])), "\n";
';
$code = sprintf($code, __DIR__ . '/outcome.inc');
$port = parse_url($keap->http, PHP_URL_PORT);
foreach ([
    'http://api.keap.com/crm',
    'http://192.0.2.1/crm',
    "http://user@127.0.0.1:$port/crm",
    "http://127.0.0.1:$port@192.0.2.1/crm",
    "http://127.0.0.1:$port/crm?x=1",
    "http://127.0.0.1:$port/crm#x",
    "http://127.0.0.1:$port/cr m",
    "http://127.0.0.1.example.com:$port/crm",
    "ftp://127.0.0.1:$port/crm",
    "file:///crm",
    "127.0.0.1:$port/crm",
    '/crm',
    '',
] as $url) {
    echo str_replace($port, 'PORT', $url) ?: 'empty', "\n  ", $keap->php($code, ['infusionsoft.base_url' => $url]);
}
var_dump($keap->journal());
?>
--EXPECTF--
http://api.keap.com/crm
  ConfigurationException: infusionsoft.base_url must be an https:// URL without user and query (http:// only to this machine); remove the setting to use Keap's own URL
http://192.0.2.1/crm
  ConfigurationException: infusionsoft.base_url must be %s
http://user@127.0.0.1:PORT/crm
  ConfigurationException: infusionsoft.base_url must be %s
http://127.0.0.1:PORT@192.0.2.1/crm
  ConfigurationException: infusionsoft.base_url must be %s
http://127.0.0.1:PORT/crm?x=1
  ConfigurationException: infusionsoft.base_url must be %s
http://127.0.0.1:PORT/crm#x
  ConfigurationException: infusionsoft.base_url must be %s
http://127.0.0.1:PORT/cr m
  ConfigurationException: infusionsoft.base_url must be %s
http://127.0.0.1.example.com:PORT/crm
  ConfigurationException: infusionsoft.base_url must be %s
ftp://127.0.0.1:PORT/crm
  ConfigurationException: infusionsoft.base_url must be %s
file:///crm
  ConfigurationException: infusionsoft.base_url must be %s
127.0.0.1:PORT/crm
  ConfigurationException: infusionsoft.base_url must be %s
/crm
  ConfigurationException: infusionsoft.base_url must be %s
empty
  ConfigurationException: infusionsoft.base_url must be %s
array(0) {
}
