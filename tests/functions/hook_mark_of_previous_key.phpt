--TEST--
A mark under a previous key is taken, and infusionsoft_hooks_sync() puts one under the present key in its place; under a lost key it is refused
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/hooks.inc';

$keap->authorize();
$site = hook_server($keap);
infusionsoft_hooks_sync(['contact.add' => "$site/hooks"]);
$before = $keap->state()['hooks'][0]['hookUrl'];
copy("{$keap->storePath()}/key", "$keap->folder/old-key");
chmod("$keap->folder/old-key", 0600);
$new = base64_encode(random_bytes(32));
$rotated = ['infusionsoft.key' => $new, 'infusionsoft.previous_keys' => "file:$keap->folder/old-key"];
$receive = 'try {
    echo count(infusionsoft_hook_receive(' . var_export($before, true) . ', [], \'{"event_key":"contact.add","object_keys":[{"id":5}]}\')["events"]), " event\n";
} catch (Infusionsoft\Exception $error) {
    echo get_class($error), "\n";
}';
echo 'With the previous key: ', $keap->php($receive, $rotated);
// The server has the old key, and verifies the new mark only when it is restarted with both.
$hookServer->kill();
$settings = $rotated + json_decode(file_get_contents("$keap->folder/settings.json"), true);
$port = parse_url($site, PHP_URL_PORT);
$hookServer = new KeapProcess(keap_php_command($settings, ['-S', "127.0.0.1:$port", "$keap->folder/hook.php"]));
$hookServer->line();
echo $keap->php('foreach (infusionsoft_hooks_sync(["contact.add" => "' . $site . '/hooks"]) as $hook) echo "$hook[did] $hook[key] $hook[error]\n";', $rotated);
$after = $keap->state()['hooks'];
echo count($after), ' hook, ', $after[0]['status'], $after[0]['hookUrl'] === $before ? ', the same address' : ', another address', "\n";
$keap->php('infusionsoft_token_refresh();', $rotated);
echo 'Without it: ', $keap->php($receive, ['infusionsoft.key' => $new]);
?>
--EXPECT--
With the previous key: 1 event
created 2 
removed 1 
1 hook, Verified, another address
Without it: Infusionsoft\AuthorizationException
