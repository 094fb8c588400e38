--TEST--
Two sites that configure themselves in one process, or in a child of it, have each its own store, account, key and counts, and php.ini's key is neither's
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (!function_exists('pcntl_fork')) {
    echo 'skip needs pcntl';
}
?>
--FILE--
<?php
$settings = ['infusionsoft.client_id' => null, 'infusionsoft.client_secret' => null, 'infusionsoft.api_key' => 'of-php.ini', 'infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$ready = json_decode(file_get_contents("$keap->folder/ready.json"), true);
$client = ['client_id' => $ready['client_id'], 'client_secret' => $ready['client_secret']];
$sites = [];
foreach (['one', 'two'] as $name) {
    mkdir("$keap->folder/$name", 0700);
    $sites[$name] = $client + ['store_path' => "$keap->folder/$name", 'key' => base64_encode(random_bytes(32))];
}
$sites['account'] = $client + ['account' => 'shop'];
$sites['keyed'] = ['account' => 'third', 'api_key' => $keap->apiKey];

function show(string $name): void
{
    $last = infusionsoft_last_reply() === null ? 'no last reply' : 'A LAST REPLY';
    $status = infusionsoft_token_status();
    $accounts = implode(',', array_map(fn ($account) => "$account[account]=$account[kind]", infusionsoft_accounts()));
    echo "$name: $last, $status[account] $status[kind] $status[application], ", call_keap(), ', has ', $accounts, ', ', infusionsoft_stats()['calls'], " calls\n";
}

foreach (['one', 'two', 'account'] as $name) {
    infusionsoft_configure($sites[$name]);
    echo infusionsoft_token_status()['state'], "\n";
    $keap->authorize(['scope' => "full|$name.infusionsoft.com"]);
}
foreach (['one', 'two', 'one', 'account', 'keyed', 'two'] as $name) {
    infusionsoft_configure($sites[$name]);
    show($name);
}
echo attempt(fn () => infusionsoft_token_refresh(force: true)['application']), "\n";
$child = pcntl_fork();
if (!$child) {
    show('child as its parent');
    infusionsoft_configure($sites['one']);
    show('child as one');
    exit;
}
pcntl_waitpid($child, $status);
show('parent');
// Without a configuration php.ini's key is in force again.
infusionsoft_configure([]);
echo substr(call_keap(), 0, 35), "\n";
?>
--EXPECT--
missing
missing
missing
one: no last reply, default oauth2 one.infusionsoft.com, called, has default=oauth2, 1 calls
two: no last reply, default oauth2 two.infusionsoft.com, called, has default=oauth2, 1 calls
one: no last reply, default oauth2 one.infusionsoft.com, called, has default=oauth2, 2 calls
account: no last reply, shop oauth2 account.infusionsoft.com, called, has shop=oauth2, 1 calls
keyed: no last reply, third api_key , called, has third=api_key,shop=oauth2, 2 calls
two: no last reply, default oauth2 two.infusionsoft.com, called, has default=oauth2, 2 calls
test.infusionsoft.com
child as its parent: A LAST REPLY, default oauth2 test.infusionsoft.com, called, has default=oauth2, 3 calls
child as one: no last reply, default oauth2 one.infusionsoft.com, called, has default=oauth2, 3 calls
parent: A LAST REPLY, default oauth2 test.infusionsoft.com, called, has default=oauth2, 4 calls
Infusionsoft\AuthorizationException
