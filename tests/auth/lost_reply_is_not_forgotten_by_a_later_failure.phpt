--TEST--
A lost reply is still known after the next refresh fails, and the refusal after that says when the reply was lost
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_due($keap);
$keap->fault(['path' => '/token', 'action' => 'hangup', 'at' => 'after']);
$keap->fault(['path' => '/token', 'action' => 'status', 'status' => 503]);
foreach (['lost', 'turned away', 'refused'] as $_) {
    echo strtok(without_times(attempt(fn () => infusionsoft_token_refresh(true))), '('), "\n";
}
echo preg_match('/A refresh begun on .* got no answer/', infusionsoft_token_status()['last_error']), ' ', state(), "\n";
?>
--EXPECTF--
Infusionsoft\TransportException: A request was sent to Keap's token endpoint, which gave no complete answer: %s
Infusionsoft\ApiException: Keap's token endpoint answered 503
Infusionsoft\AuthorizationException: Keap refused the refresh token on <time>%s
1 reauthorization_required
