--TEST--
While a job of a batch waits for its account's refresh, jobs of other accounts go on
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$http2 = true;
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';

infusionsoft_token_import(['api_key' => $keap->apiKey], 'other');
infusionsoft_token_import($keap->grant(), 'shop');
/** Whether a signal of this process is blocked: its programs would begin with that. */
$blocks = fn (): bool => (bool) preg_match('/^SigBlk:\s*0*[1-9a-f]/m', (string) @file_get_contents('/proc/self/status'));
$other = fn () => call_keap('other');
$shop = fn () => call_keap('shop');

/** The token endpoint replies only when all calls of the other account have ended. */
$beside = function (string $case, array $jobs) use ($keap, $blocks): void {
    $keap->fault(['path' => '/token', 'hold' => 'before']);
    $called = 0;
    foreach (infusionsoft_batch($jobs, ordered: false) as $name => $result) {
        if (is_int($name) && ++$called === 4) {
            $keap->wait('/token', phase: 'held');
            echo $blocks() ? "a signal is blocked\n" : '';
            $keap->release();
        }
        echo is_string($name) ? "$case, $called others before: $result\n" : ($result === 'called' ? '' : "$result\n");
    }
    echo '  ', posts($keap), " refreshes\n";
};
import_expired($keap, 'shop');
$beside('expired', ['shop' => $shop, $other, $other, $other, $other]);

// All its jobs wait for the one exchange.
import_expired($keap, 'shop');
$beside('expired for two jobs', ['shop' => $shop, 'shop too' => $shop, $other, $other, $other, $other]);

// The token is still valid, and the wait for a new one is short: the call may go before it.
import_due($keap, 'shop');
$beside('due', [$other, $other, $other, $other, 'shop' => $shop]);

infusionsoft_token_import($keap->grant(), 'shop');
$keap->expire();
$beside('refused by Keap', ['shop' => $shop, $other, $other, $other, $other]);

// Each account has an exchange of its own, and they run at once.
import_expired($keap, 'one');
import_expired($keap, 'two');
$keap->fault(['path' => '/token', 'hold' => 'before', 'times' => 2]);
$control = $keap->start('$keap->wait("/token", 2, "held"); $keap->release();');
echo implode(' ', iterator_to_array(infusionsoft_batch([fn () => call_keap('one'), fn () => call_keap('two')]))), "\n";
$control->output();

// It refuses: its account's jobs get the exception.
import_expired($keap, 'shop');
$keap->revoke();
foreach (infusionsoft_batch(['shop' => $shop, $other]) as $result) {
    echo strtok($result, ':'), "\n";
}
echo $blocks() ? "a signal is blocked\n" : '';
?>
--EXPECT--
expired, 4 others before: called
  1 refreshes
expired for two jobs, 4 others before: called
expired for two jobs, 4 others before: called
  2 refreshes
due, 4 others before: called
  3 refreshes
refused by Keap, 4 others before: called
  4 refreshes
called called
Infusionsoft\AuthorizationException
called
