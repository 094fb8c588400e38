--TEST--
infusionsoft_hooks_sync() creates, verifies and revives hooks, removes strays of this application only, and a second call sends one request
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/hooks.inc';

$keap->authorize();
$site = hook_server($keap);
$sync = function (array $urls, ?string $account = null) use ($keap, $site): void {
    $before = count($keap->journal('/crm'));
    $results = infusionsoft_hooks_sync($urls, $account);
    $requests = array_map(fn (array $request) => "$request[method] " . substr($request['path'], strlen('/crm/rest/v1')), array_slice($keap->journal('/crm'), $before));
    foreach ($results as ['event' => $event, 'url' => $url, 'did' => $did, 'key' => $key, 'status' => $status, 'error' => $error]) {
        echo "  $did $event ", str_replace($site, 'SITE', $url), " $key $status", $error === null ? '' : ": $error", "\n";
    }
    echo '  ', implode(', ', $requests), "\n";
};

echo "Two new hooks:\n";
$sync(['contact.add' => "$site/hooks", 'contact.edit' => "$site/hooks"]);
echo "Again:\n";
$sync(['contact.add' => "$site/hooks", 'contact.edit' => "$site/hooks"]);
echo "One was made inactive:\n";
answer_with(410);
$keap->happen('contact.add', [5]);
answer_with(200);
$sync(['contact.add' => "$site/hooks", 'contact.edit' => "$site/hooks"]);
echo "Hooks of others, and one that is not named any more:\n";
infusionsoft_call('create_a_hook_subscription', ['eventKey' => 'contact.add', 'hookUrl' => "$site/of-another-application"]);
infusionsoft_call('create_a_hook_subscription', ['eventKey' => 'contact.add', 'hookUrl' => infusionsoft_hook_url("$site/hooks", 'another account')]);
infusionsoft_call('create_a_hook_subscription', ['eventKey' => 'contact.add', 'hookUrl' => infusionsoft_hook_url('https://staging.example.com/hooks')]);
infusionsoft_call('create_a_hook_subscription', ['eventKey' => 'contact.add', 'hookUrl' => infusionsoft_hook_url("$site/hooks")]);
$sync(['contact.add' => "$site/hooks"]);
echo "Another address, which Keap cannot verify yet: the old hook stays.\n";
answer_with(500);
$sync(['contact.add' => "$site/new"]);
answer_with(200);
$sync(['contact.add' => "$site/new"]);
echo "The hook is gone when it is to be verified or deleted:\n";
$keap->fault(['method' => 'POST', 'path' => '^/crm/rest/v1/hooks/\d+/verify', 'action' => 'status', 'status' => 404, 'body' => '{"message":"gone"}']);
$keap->fault(['method' => 'DELETE', 'path' => '/crm/rest/v1/hooks', 'action' => 'status', 'status' => 404, 'body' => '{"message":"gone"}']);
answer_with(410);
$keap->happen('contact.add', [5]);
answer_with(200);
$sync(['contact.add' => "$site/new"]);
$sync(['contact.edit' => "$site/new"]);
echo count($keap->state()['hooks']), " hooks at Keap\n", json_encode($keap->violations()), "\n";
?>
--EXPECT--
Two new hooks:
  created contact.add SITE/hooks 1 Verified
  created contact.edit SITE/hooks 2 Verified
  GET /hooks, GET /hooks/event_keys, POST /hooks, POST /hooks
Again:
  kept contact.add SITE/hooks 1 Verified
  kept contact.edit SITE/hooks 2 Verified
  GET /hooks
One was made inactive:
  verified contact.add SITE/hooks 1 Verified
  kept contact.edit SITE/hooks 2 Verified
  GET /hooks, POST /hooks/1/verify
Hooks of others, and one that is not named any more:
  kept contact.add SITE/hooks 1 Verified
  removed contact.edit SITE/hooks 2 Verified
  removed contact.add SITE/hooks 6 Verified
  GET /hooks, DELETE /hooks/2, DELETE /hooks/6
Another address, which Keap cannot verify yet: the old hook stays.
  failed contact.add SITE/new 7 Unverified: Keap did not verify the hook: the address must be reachable for Keap and must answer with the X-Hook-Secret that it was sent, as infusionsoft_hook_receive() says
  GET /hooks, GET /hooks/event_keys, POST /hooks
  verified contact.add SITE/new 7 Verified
  removed contact.add SITE/hooks 1 Verified
  GET /hooks, POST /hooks/7/verify, DELETE /hooks/1
The hook is gone when it is to be verified or deleted:
  failed contact.add SITE/new  : Keap answered 404 to POST /rest/v1/hooks/7/verify: gone
  GET /hooks, POST /hooks/7/verify
  created contact.edit SITE/new 8 Verified
  removed contact.add SITE/new 7 Inactive
  GET /hooks, GET /hooks/event_keys, POST /hooks, DELETE /hooks/7
5 hooks at Keap
[]
