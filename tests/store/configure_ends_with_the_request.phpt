--TEST--
What infusionsoft_configure() gave ends with the request: the next request of the process, of another site or of none, sees nothing of it
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';

$own = json_decode(file_get_contents("$keap->folder/settings.json"), true);
$keap->authorize(['scope' => 'full|ini.infusionsoft.com']);
foreach (['one', 'two'] as $name) {
    mkdir("$keap->folder/$name", 0700);
    $keap->php('$keap->authorize(["scope" => "full|' . $name . '.infusionsoft.com"]);', ['infusionsoft.store_path' => "$keap->folder/$name", 'infusionsoft.keepalive' => 0]);
}
file_put_contents("$keap->folder/page.php", '<?php
    require "' . __DIR__ . '/../auth/grants.inc";
    $site = $_GET["site"] ?? null;
    echo getmypid(), "\n";
    if ($site === "key") {
        infusionsoft_configure(["account" => "keyed", "api_key" => "' . $keap->apiKey . '", "retries" => 0]);
    } elseif ($site) {
        infusionsoft_configure(["store_path" => "' . $keap->folder . '/$site"]);
    }
    $calls = infusionsoft_stats()["calls"];
    $status = infusionsoft_token_status();
    echo "$status[account] $status[kind] $status[application] ", basename(ini_get("infusionsoft.store_path")), " ", ini_get("infusionsoft.retries"), " $calls calls before, ", call_keap(), "\n";
    if (isset($_GET["fatal"])) {
        ini_set("display_errors", 0);
        undefined();
    }
');
$server = new KeapProcess(keap_php_command($own, ['-S', '127.0.0.1:0', "$keap->folder/page.php"]));
preg_match('~http://[\d.:]+~', $server->line(), $address);
$pids = [];
foreach (['?site=one', '', '?site=two', '?site=key', '', '?site=one&fatal', '?site=two', ''] as $query) {
    [$pids[], $shown] = explode("\n", file_get_contents("$address[0]/$query", context: stream_context_create(['http' => ['ignore_errors' => true]])));
    echo str_pad($query ?: 'php.ini', 16), "$shown\n";
}
echo count(array_unique($pids)), " process\n";
?>
--EXPECT--
?site=one       default oauth2 one.infusionsoft.com one 3 0 calls before, called
php.ini         default oauth2 ini.infusionsoft.com store 3 0 calls before, called
?site=two       default oauth2 two.infusionsoft.com two 3 0 calls before, called
?site=key       keyed api_key  store 0 1 calls before, called
php.ini         default oauth2 ini.infusionsoft.com store 3 2 calls before, called
?site=one&fatal default oauth2 one.infusionsoft.com one 3 1 calls before, called
?site=two       default oauth2 two.infusionsoft.com two 3 1 calls before, called
php.ini         default oauth2 ini.infusionsoft.com store 3 3 calls before, called
1 process
