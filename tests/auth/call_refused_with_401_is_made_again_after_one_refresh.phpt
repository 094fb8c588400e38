--TEST--
A call that Keap refuses with 401 is made once more after one refresh
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$keap->authorize();
$keap->expire();
echo state(), ' ', call_keap(), "\n";
echo implode(', ', array_map(fn ($entry) => "$entry[method] $entry[status]", $keap->journal())), "\n";

// Also a call that must not be repeated otherwise: after a 401 Keap has not acted on it.
infusionsoft_token_import($keap->grant());
$keap->expire();
infusionsoft_contact_create(['email' => 'ann@example.com']);
echo count($keap->state()['contacts']), " contact\n";
echo posts($keap), ' ', json_encode($keap->violations()), "\n";
?>
--EXPECT--
valid called
GET 401, POST 200, GET 200
1 contact
2 []
