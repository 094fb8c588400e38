--TEST--
The logger is called for each refresh that this process made: info, warning, or critical if a person must authorize again
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';
require __DIR__ . '/../client/logger.inc';

infusionsoft_logger(print_entry(...));
echo "expired\n";
import_expired($keap);
call_keap();
echo "due\n";
// An early refresh that takes more than 500 ms continues in the background, and this process does not log it.
$levels = [];
infusionsoft_logger(function (string $level) use (&$levels) {
    $levels[] = $level;
});
for ($tries = 0; $tries < 20 && $levels !== ['info', 'debug']; $tries++) {
    $levels = [];
    import_due($keap);
    call_keap();
    wait_until(fn () => state() === 'valid');
}
echo implode(' ', $levels), "\n";
infusionsoft_logger(print_entry(...));
echo "refused by Keap with 401\n";
$keap->authorize();
$keap->expire();
call_keap();
echo "by hand\n";
infusionsoft_token_refresh(force: true);
infusionsoft_token_refresh();
echo "by another process\n";
import_expired($keap);
$keap->fault(['path' => '/token', 'hold' => 'before']);
$other = $keap->start(CALL);
$keap->wait('/token', phase: 'held');
$mine = $keap->start('require "' . __DIR__ . '/../client/logger.inc"; infusionsoft_logger(print_entry(...));' . CALL);
$mine->line();
$keap->release(['path' => '/token']);
echo $mine->output(), $other->output();

echo "down\n";
import_expired($keap);
$keap->fault(['path' => '/token', 'action' => 'status', 'status' => 500]);
call_keap();
echo "down, by hand\n";
$keap->fault(['path' => '/token', 'action' => 'hangup', 'at' => 'before', 'close' => 'clean']);
attempt(fn () => infusionsoft_token_refresh(force: true));
echo "refused\n";
import_expired($keap);
$keap->revoke();
call_keap();
echo "... and from then on\n";
call_keap();
?>
--EXPECT--
expired
info: The access token of account "default" was refreshed {"account":"default"}
debug: GET /rest/v2/contacts: 200 in <time> {"account":"default","method":"GET","path":"/rest/v2/contacts","status":200,"tries":1}
due
info debug
refused by Keap with 401
info: The access token of account "default" was refreshed {"account":"default"}
notice: GET /rest/v2/contacts: 200 in <time>, 2 tries {"account":"default","method":"GET","path":"/rest/v2/contacts","status":200,"tries":2}
by hand
info: The access token of account "default" was refreshed {"account":"default"}
by another process
debug: GET /rest/v2/contacts: 200 in <time> {"account":"default","method":"GET","path":"/rest/v2/contacts","status":200,"tries":1}
called
ready
called
down
warning: Keap's token endpoint answered 500 {"account":"default","error":"Infusionsoft\\ApiException","may_have_acted":true}
error: Keap's token endpoint answered 500 {"account":"default","method":"GET","path":"/rest/v2/contacts","status":null,"tries":0,"error":"Infusionsoft\\ApiException","may_have_acted":true}
down, by hand
warning: A request was sent to Keap's token endpoint, which gave no complete answer: Empty reply from server {"account":"default","error":"Infusionsoft\\TransportException","may_have_acted":true}
refused
critical: Keap refused the refresh token on <time> (invalid_grant: Invalid refresh token). A person must authorize again: send the owner to infusionsoft_authorize_url(), or give a fresh pair to infusionsoft_token_import(). The refresh is tried again on <time>; infusionsoft_token_refresh(force: true) tries at once {"account":"default","error":"Infusionsoft\\AuthorizationException","may_have_acted":false}
error: Keap refused the refresh token on <time> (invalid_grant: Invalid refresh token). A person must authorize again: send the owner to infusionsoft_authorize_url(), or give a fresh pair to infusionsoft_token_import(). The refresh is tried again on <time>; infusionsoft_token_refresh(force: true) tries at once {"account":"default","method":"GET","path":"/rest/v2/contacts","status":null,"tries":0,"error":"Infusionsoft\\AuthorizationException","may_have_acted":false}
... and from then on
error: Keap refused the refresh token on <time> (invalid_grant: Invalid refresh token). A person must authorize again: send the owner to infusionsoft_authorize_url(), or give a fresh pair to infusionsoft_token_import(). The refresh is tried again on <time>; infusionsoft_token_refresh(force: true) tries at once {"account":"default","method":"GET","path":"/rest/v2/contacts","status":null,"tries":0,"error":"Infusionsoft\\AuthorizationException","may_have_acted":false}
