--TEST--
infusionsoft_hooks_sync() refuses what is wrong before it sends anything, asks Keap for its events before it creates a hook, and tells what failed of one hook beside the others
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/hooks.inc';

$keap->authorize();
$site = hook_server($keap);
$attempt = function (array $urls, ?string $account = null) use ($keap, $site): void {
    $before = count($keap->journal('/crm'));
    try {
        foreach (infusionsoft_hooks_sync($urls, $account) as $hook) {
            echo "$hook[did] $hook[event] $hook[status]: $hook[error]\n";
        }
    } catch (Throwable $error) {
        echo get_class($error), ': ', str_replace($site, 'SITE', $error->getMessage()), "\n";
        echo preg_match('/[0-9a-f]{64}/', $error) ? "SHOWS A MARK\n" : '';
    }
    echo '  ', count($keap->journal('/crm')) - $before, " requests\n";
};
$attempt([]);
$attempt(["$site/hooks"]);
$attempt(['' => "$site/hooks"]);
$attempt(['contact add' => "$site/hooks"]);
$attempt(['12' => "$site/hooks"]);
$attempt(['contact.add' => 5]);
$attempt(['contact.add' => ["$site/hooks"]]);
$attempt(['contact.add' => 'http://example.com/hooks']);
$attempt(['contact.add' => infusionsoft_hook_url("$site/hooks")]);
$attempt(['contact.add' => "$site/hooks"], '');
$attempt(['contact.add' => "$site/hooks"], 'nobody');
$attempt(['contact.add' => "$site/hooks", 'contact.added' => "$site/hooks"]);
$attempt(['contact.add' => "$site/hooks", 'conflict' => "$site/hooks"]);

echo "Keap refuses one of them:\n";
$keap->fault(['method' => 'POST', 'path' => '/crm/rest/v1/hooks', 'action' => 'status', 'status' => 400, 'body' => '{"message":"hookUrl is not allowed"}']);
$attempt(['contact.add' => "$site/hooks", 'contact.edit' => "$site/hooks"]);
echo "Keap does not answer; the next call goes on:\n";
$keap->fault(['method' => 'POST', 'path' => '/crm/rest/v1/hooks', 'action' => 'hangup', 'at' => 'after']);
$attempt(['contact.add' => "$site/hooks", 'contact.edit' => "$site/hooks"]);
$attempt(['contact.add' => "$site/hooks", 'contact.edit' => "$site/hooks"]);
echo count($keap->state()['hooks']), " hooks\n";
echo "Keap's list is no list:\n";
$keap->fault(['method' => 'GET', 'path' => '/crm/rest/v1/hooks', 'action' => 'status', 'status' => 200, 'body' => '{"hooks":5,"a":[],"b":{"key":7,"eventKey":"contact.add"}}']);
$attempt(['contact.edit' => "$site/hooks"]);
?>
--EXPECT--
ValueError: infusionsoft_hooks_sync(): Argument #1 ($urls) must name at least one hook. Without any it is not known which of the account's hooks are this application's: remove the last one with delete_a_hook_subscription
  0 requests
ValueError: infusionsoft_hooks_sync(): Argument #1 ($urls) must be keyed by Keap's events, such as "contact.add"
  0 requests
ValueError: infusionsoft_hooks_sync(): Argument #1 ($urls) must be keyed by Keap's events, such as "contact.add"
  0 requests
ValueError: infusionsoft_hooks_sync(): Argument #1 ($urls) must be keyed by Keap's events, such as "contact.add"
  0 requests
ValueError: infusionsoft_hooks_sync(): Argument #1 ($urls) must be keyed by Keap's events, such as "contact.add"
  0 requests
TypeError: infusionsoft_hooks_sync(): Argument #1 ($urls) must hold addresses as strings; that of contact.add is of type int
  0 requests
TypeError: infusionsoft_hooks_sync(): Argument #1 ($urls) must hold addresses as strings; that of contact.add is of type array
  0 requests
ValueError: infusionsoft_hooks_sync(): Argument #1 ($urls) has as address of contact.add a wrong one: it must be an address that Keap can call, such as https://www.example.com/keap/hooks. Plain http is allowed to this machine only; the URL must be https
  0 requests
ValueError: infusionsoft_hooks_sync(): Argument #1 ($urls) has as address of contact.add a wrong one: it must be without keap_mark, which is added here
  0 requests
ValueError: infusionsoft_hooks_sync(): Argument #2 ($account) must be 1 to 128 bytes long and without NUL
  0 requests
Infusionsoft\AuthorizationException: There is no grant for account "nobody": send the owner of the Keap application to infusionsoft_authorize_url(), import a token pair with infusionsoft_token_import(), or set infusionsoft.api_key
  0 requests
ValueError: infusionsoft_hooks_sync(): Argument #1 ($urls) must be keyed by Keap's events; there is no "contact.added"; did you mean "contact.add"?
  2 requests
ValueError: infusionsoft_hooks_sync(): Argument #1 ($urls) must be keyed by Keap's events; there is no "conflict"
  2 requests
Keap refuses one of them:
failed contact.add : Keap answered 400 to POST /rest/v1/hooks: hookUrl is not allowed
created contact.edit Verified: 
  4 requests
Keap does not answer; the next call goes on:
Infusionsoft\TransportException: POST /rest/v1/hooks was sent and got no reply: The connection was closed before a reply came. Keap may have acted
  3 requests
kept contact.add Verified: 
kept contact.edit Verified: 
  1 requests
2 hooks
Keap's list is no list:
created contact.edit Verified: 
  3 requests
