--TEST--
A refresh that Keap refuses pauses all machines; one that was not sent, or was answered with an error, leaves no mark; one without an answer does
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/machines.inc';

$redis = new RedisServer($keap->folder);
$a = new Machine($keap, 'a', $redis->url());
$b = new Machine($keap, 'b', $redis->url());
$unreachable = new Machine($keap, 'c', $redis->url(), ['infusionsoft.token_url' => 'http://127.0.0.1:1/token']);

/** What Redis says of the last try. */
function told(RedisServer $redis): string
{
    $is = static fn (string $name) => $redis->field($name) ? $name : "no $name";
    return implode(', ', array_map($is, ['try', 'open', 'refused_at', 'retry_at']));
}

/** What no run has in common with another. */
function steady(string $line): string
{
    return preg_replace('/in \d+ s/', 'in <n> s', without_times($line));
}

function import(Machine $machine, Keap $keap): void
{
    $token = var_export(['expires_in' => 1] + $keap->grant(), true);
    $machine->run("infusionsoft_token_import($token);");
    until(fn () => $machine->run('echo state();') === 'expired');
}

import($unreachable, $keap);
echo 'not sent: ', str_starts_with($unreachable->call(), "Infusionsoft\TransportException: Keap's token endpoint could not be reached") ? told($redis) : 'another failure', "\n";

import($a, $keap);
$keap->fault(['path' => '/token', 'action' => 'status', 'status' => 503]);
echo steady($a->call()), ': ', told($redis), "\n";

import($a, $keap);
$keap->fault(['path' => '/token', 'action' => 'hangup', 'at' => 'before']);
echo 'no answer: ', str_starts_with($a->call(), 'Infusionsoft\TransportException: A request was sent') ? told($redis) : 'another failure', "\n";

import($a, $keap);
$keap->revoke();
echo 'refused: ', str_starts_with($a->call(), 'Infusionsoft\AuthorizationException: Keap refused the refresh token') ? told($redis) : 'another failure', "\n";
echo 'b: ', steady($b->call()), "\n";
?>
--EXPECT--
not sent: no try, no open, no refused_at, retry_at
Infusionsoft\ApiException: Keap's token endpoint answered 503: no try, no open, no refused_at, retry_at
no answer: no try, open, no refused_at, retry_at
refused: no try, open, refused_at, retry_at
b: Infusionsoft\AuthorizationException: Keap refused the refresh token of account "default" on another machine: authorize again, or wait until <time>, when it is tried again
