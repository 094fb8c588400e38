--TEST--
An imported pair without an expiry is refreshed before its first use
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$pair = array_intersect_key($keap->grant(), ['access_token' => 0, 'refresh_token' => 0]);
$status = infusionsoft_token_import($pair);
echo $status['state'], ' ', json_encode($status['expires_at']), "\n";
$keap->expire();
echo call_keap(), "\n";
$status = infusionsoft_token_status();
echo $status['state'], ' ', $status['expires_at'] > time() + 86000 ? 'a day' : 'wrong', "\n";
echo implode(', ', array_map(fn ($entry) => "$entry[method] $entry[path] $entry[status]", $keap->journal())), "\n";
?>
--EXPECT--
refresh_due null
called
valid a day
POST /token 200, GET /crm/rest/v2/contacts 200
