--TEST--
A command that is the first process of its PID namespace, or started by the first one, ends after its exchange: nothing is lost
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require_once __DIR__ . '/namespace.inc';
if (!function_exists('pcntl_fork')) {
    echo 'skip needs pcntl';
} elseif (namespace_obstacle() !== '') {
    echo 'skip ', namespace_obstacle();
}
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';
require_once __DIR__ . '/namespace.inc';

/** Says how the code ended, and whether the grant is intact. */
function say_end(Keap $keap, string $account, string $code, array $through = []): void
{
    [$said, $status] = end_in_a_namespace($keap, $account, $code, $through);
    // A refresh whose reply was lost shows only when the refresh token is sent again.
    $next = attempt(fn () => infusionsoft_token_refresh(true, $account)['state']);
    echo "$said, status $status, $next\n";
}

foreach (array_keys(scripts_with_an_exchange('')) as $nth => $name) {
    echo "$name: ";
    say_end($keap, "itself-$nth", scripts_with_an_exchange("itself-$nth")[$name][0]);
    echo "  in a shell: ";
    say_end($keap, "shell-$nth", scripts_with_an_exchange("shell-$nth")[$name][0], THROUGH_A_SHELL);
}

// The reader of the output has gone. PHP itself, also without the extension, then leaks 100 bytes as it ends.
putenv('ASAN_OPTIONS=' . getenv('ASAN_OPTIONS') . ':detect_leaks=0');
echo 'closed pipe: ';
$code = 'require "' . __DIR__ . '/grants.inc"; call_keap("pipe"); while (true) { echo "more\n"; }';
say_end($keap, 'pipe', $code, ['sh', '-c', 'mkfifo "$0"; : <"$0" & exec "$@" >"$0"', "$keap->folder/fifo"]);

$counts = $keap->counts();
echo posts($keap), " refreshes, {$counts['grants_killed']} grants killed, ", json_encode($keap->violations()), "\n";
?>
--EXPECT--
no call: called, status 0, valid
  in a shell: called, status 0, valid
a call: called, status 0, valid
  in a shell: called, status 0, valid
exit(9): called, status 9, valid
  in a shell: called, status 9, valid
a fatal error: called, status 255, valid
  in a shell: called, status 255, valid
a forked child: called, status 3, valid
  in a shell: called, status 3, valid
closed pipe: , status 255, valid
22 refreshes, 0 grants killed, []
