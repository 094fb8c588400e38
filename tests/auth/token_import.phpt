--TEST--
infusionsoft_token_import() accepts Keap's reply unchanged, a reply with expires_at, or an API key; it sends nothing
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

function about(array $status): string
{
    return "$status[account] $status[kind] $status[state] " . json_encode([$status['application'], $status['generation'], $status['last_error']]);
}

$now = time();
$status = infusionsoft_token_import($keap->grant());
echo about($status), ' ', $status['expires_at'] - 86399 - $now < 60 ? 'a day' : 'wrong', "\n";

$status = infusionsoft_token_import(['expires_at' => $now + 70000] + $keap->grant(), 'kept');
echo about($status), ' ', $status['expires_at'] - $now, "\n";

// Numbers as text, as databases and people provide them.
$status = infusionsoft_token_import(['expires_in' => null, 'expires_at' => (string) ($now + 4000), 'scope' => 'full'] + $keap->grant(), 'text');
echo about($status), ' ', $status['expires_at'] - $now, "\n";

$status = infusionsoft_token_import(['api_key' => $keap->apiKey], account: 'key');
echo about($status), ' ', json_encode($status['expires_at']), "\n";

// A later import replaces an earlier one.
$status = infusionsoft_token_import($keap->grant());
echo about($status), "\n";

echo count($keap->journal()), " requests\n";
foreach (['default', 'kept', 'text', 'key'] as $account) {
    echo call_keap($account), "\n";
}
echo posts($keap), ' exchanges ', json_encode($keap->violations()), "\n";
?>
--EXPECT--
default oauth2 valid ["test.infusionsoft.com",1,null] a day
kept oauth2 valid ["test.infusionsoft.com",1,null] 70000
text oauth2 valid [null,1,null] 4000
key api_key valid [null,1,null] null
default oauth2 valid ["test.infusionsoft.com",2,null]
0 requests
called
called
called
called
0 exchanges []
