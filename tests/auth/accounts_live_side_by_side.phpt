--TEST--
Each account has a grant of its own: it is refreshed, fails and is forgotten independently of the others
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

foreach (['one', 'two', 'three'] as $account) {
    $tokens[$account] = $keap->authorize(['scope' => "full|$account.infusionsoft.com"], $account);
}
ini_set('infusionsoft.account', 'two');
$uses = function (string $account, ?string $given) use ($keap, $tokens): bool {
    call_keap($given);
    $journal = $keap->journal('/crm');
    return end($journal)['headers']['authorization']['sha256'] === substr(hash('sha256', $tokens[$account]['access_token']), 0, 12);
};
var_dump($uses('one', 'one'), $uses('two', null), $uses('three', 'three'));
echo infusionsoft_token_status()['account'], ' ', infusionsoft_token_status('one')['application'], "\n";

infusionsoft_token_refresh(true, 'one');
infusionsoft_token_forget('three');
foreach (['one', 'two', 'three'] as $account) {
    echo $account, ' ', state($account), ' ', infusionsoft_token_status($account)['generation'] > 1 ? 'refreshed' : 'as it was', "\n";
}

// A hanging refresh of one account does not delay the refresh of another.
$keap->fault(['path' => '/token', 'hold' => 'before']);
$hanging = $keap->start('infusionsoft_token_refresh(true, "one");');
$keap->wait('/token', phase: 'held');
echo infusionsoft_token_refresh(true, 'two')['state'], "\n";
echo $keap->release(), $hanging->output(), "\n";
echo json_encode($keap->violations()), "\n";
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
two one.infusionsoft.com
one valid refreshed
two valid as it was
three missing as it was
valid
1
[]
