--TEST--
A logger may call Keap and change the account: its calls are not logged, and the logged call goes on unchanged
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/logger.inc';

$keap->authorize();
$tag = $keap->tag('Customer');
for ($i = 0; $i < 101; $i++) {
    $ids[] = infusionsoft_request('POST', '/rest/v2/contacts', null, ['email_addresses' => [['email' => "a$i@example.com", 'field' => 'EMAIL1']]])['id'];
}
// The setting holds the only copy of this string.
$keap->authorize(account: 'customer ' . getmypid());
ini_set('infusionsoft.account', 'customer ' . getmypid());
infusionsoft_logger(function (string $level, string $message, array $context) {
    ini_set('infusionsoft.account', 'default');
    infusionsoft_contact_find('nobody@example.com');
    echo $level, $context['account'] === 'customer ' . getmypid() ? ' of the same account' : " of $context[account]", "\n";
});
echo count(infusionsoft_tag_apply($tag, $ids)), " tagged\n";

echo "in a fiber it cannot be suspended\n";
infusionsoft_logger(function () {
    echo outcome(fn () => Fiber::suspend()), "\n";
});
(new Fiber(fn () => infusionsoft_contact_find('nobody@example.com')))->start();
echo $keap->count('GET /crm/rest/v2/contacts'), " calls\n";
?>
--EXPECT--
debug of the same account
debug of the same account
101 tagged
in a fiber it cannot be suspended
FiberError: Cannot switch fibers in current execution context
3 calls
