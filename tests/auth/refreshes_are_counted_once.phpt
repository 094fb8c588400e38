--TEST--
infusionsoft_stats() counts a refresh once, however many processes wait for it, and counts each failed refresh
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.max_wait_ms' => 60000, 'infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$counted = fn (): string => implode(' and ', array_intersect_key(infusionsoft_stats(), ['refreshes' => 1, 'refresh_failures' => 1]));

$keap->authorize();
infusionsoft_authorize($keap->code('https://shop.example/'), 'https://shop.example/');
echo 'imported, and for a code: ', $counted(), "\n";
import_expired($keap);
$keap->fault(['path' => '/token', 'hold' => 'before']);
$processes = array_map(fn () => $keap->start(CALL), range(1, 8));
$keap->wait('/token', phase: 'held');
$keap->release(['path' => '/token']);
array_map(fn ($process) => $process->output(), $processes);
echo 'eight processes: ', $counted(), "\n";
import_due($keap);
call_keap();
wait_until(fn () => infusionsoft_stats()['refreshes'] === 2);
echo 'early: ', $counted(), "\n";
import_due($keap);
$keap->php('', ['infusionsoft.keepalive' => 1]);
wait_until(fn () => state() === 'valid');
wait_until(fn () => infusionsoft_stats()['refreshes'] === 3);
echo 'at the end of a request: ', $counted(), "\n";

$keap->fault(['path' => '/token', 'action' => 'status', 'status' => 500]);
attempt(fn () => infusionsoft_token_refresh(force: true));
echo 'down: ', $counted(), "\n";
attempt(fn () => infusionsoft_token_refresh());
echo 'not due: ', $counted(), "\n";
$keap->revoke();
attempt(fn () => infusionsoft_token_refresh(force: true));
echo 'refused: ', $counted(), "\n";
echo posts($keap), " posts to the token endpoint, one of them for the code\n";
?>
--EXPECT--
imported, and for a code: 0 and 0
eight processes: 1 and 0
early: 2 and 0
at the end of a request: 3 and 0
down: 3 and 1
not due: 3 and 1
refused: 3 and 2
6 posts to the token endpoint, one of them for the code
