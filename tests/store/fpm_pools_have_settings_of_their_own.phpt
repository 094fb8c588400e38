--TEST--
Each FPM pool has its own store, key and secret from php_admin_value, and no secret is visible
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/fpm.inc';
echo fpm_obstacle();
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';
require __DIR__ . '/fpm.inc';

mkdir("$keap->folder/two", 0700);
$keap->authorize(['scope' => 'full|one.infusionsoft.com']);
$hidden = base64_encode('hidden hidden hidden hidden hidd');
$two = ['infusionsoft.store_path' => "$keap->folder/two", 'infusionsoft.key' => $hidden];
$keap->php('$keap->authorize(["scope" => "full|two.infusionsoft.com"]);', $two);
$fpm = new Fpm($keap, [
    'one' => [],
    'two' => $two + ['infusionsoft.client_secret' => 'hidden-secret'],
    'three' => ['infusionsoft.api_key' => $keap->apiKey, 'infusionsoft.account' => 'three', 'infusionsoft.previous_keys' => $hidden],
]);
$show = '
    echo infusionsoft_token_status()["kind"], " ", infusionsoft_token_status()["application"], " ";
    infusionsoft_request("GET", "/rest/v2/contacts");
    ob_start();
    phpinfo();
    $seen = ob_get_clean() . serialize([ini_get_all(), ini_get_all(null, false), $_SERVER, getenv()]);
    foreach (["client_secret", "key", "api_key", "previous_keys"] as $name) {
        $seen .= get_cfg_var("infusionsoft.$name");
    }
    foreach (["hidden", "' . $hidden . '", "' . $keap->apiKey . '", "test-client-secret"] as $secret) {
        if (str_contains($seen, $secret)) {
            echo "shows $secret ";
        }
    }
    preg_match("/infusionsoft.client_secret.*/", $seen, $line);
    echo strip_tags(strtr($line[0], ["</td><td" => " <td"])), "\n";';
foreach (['one', 'two', 'three', 'one', 'three'] as $pool) {
    echo $fpm->run($pool, $show);
}
echo json_encode($keap->violations()), "\n";
?>
--EXPECT--
oauth2 one.infusionsoft.com infusionsoft.client_secret set set
oauth2 two.infusionsoft.com infusionsoft.client_secret set set
api_key  infusionsoft.client_secret set set
oauth2 one.infusionsoft.com infusionsoft.client_secret set set
api_key  infusionsoft.client_secret set set
[]
