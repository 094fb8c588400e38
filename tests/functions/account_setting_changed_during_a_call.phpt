--TEST--
A call keeps its account when the script changes infusionsoft.account during the call
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$body = new class implements JsonSerializable {
    public function jsonSerialize(): array
    {
        ini_set('infusionsoft.account', 'nobody');
        return ['email_addresses' => [['email' => 'a@b.example', 'field' => 'EMAIL1']]];
    }
};
// A name that is in no other variable: only the setting owns its text.
$keap->authorize(account: 'customer ' . getmypid());
ini_set('infusionsoft.account', 'customer ' . getmypid());
echo outcome(fn () => infusionsoft_request('POST', '/rest/v2/contacts', null, $body)['id']), "\n";
echo ini_get('infusionsoft.account'), "\n";
?>
--EXPECT--
"1001"
nobody
