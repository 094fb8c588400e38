--TEST--
infusionsoft_accounts() lists the status of each account in the store, and of the account whose API key is in php.ini
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$show = 'foreach (infusionsoft_accounts() as $status) {
    echo "$status[account]: $status[kind], $status[state], $status[application]", $status === infusionsoft_token_status($status["account"]) ? "" : " (differs)", "\n";
}
echo "---\n";';
eval($show);
var_dump(file_exists($keap->storePath() . '/tokens'));
$keap->authorize(['scope' => 'full|ab123.infusionsoft.com'], 'one');
infusionsoft_token_import(['api_key' => 'KeapAK-1'], 'two');
infusionsoft_token_import(['expires_at' => time() - 1] + $keap->grant(), 'ü 3');
$keap->authorize([], 'default');
infusionsoft_token_forget('one');
$keap->authorize(['scope' => 'full|cd456.infusionsoft.com'], 'four');
eval($show);
// infusionsoft.api_key takes precedence over the stored grant of its account.
echo $keap->php($show, ['infusionsoft.api_key' => 'KeapAK-2']);
echo $keap->php($show, ['infusionsoft.api_key' => 'KeapAK-2', 'infusionsoft.store_path' => $keap->folder . '/nowhere']);
?>
--EXPECT--
---
bool(false)
four: oauth2, valid, cd456.infusionsoft.com
two: api_key, valid, 
ü 3: oauth2, expired, test.infusionsoft.com
default: oauth2, valid, test.infusionsoft.com
---
default: api_key, valid, 
four: oauth2, valid, cd456.infusionsoft.com
two: api_key, valid, 
ü 3: oauth2, expired, test.infusionsoft.com
---
default: api_key, valid, 
---
