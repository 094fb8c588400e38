--TEST--
Requests of one FPM worker with different stores, keys and secrets never use those of another request
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

$stores = [];
// The generation, that is the number of writes, tells the stores apart.
foreach (['one' => 1, 'two' => 11] as $name => $writes) {
    mkdir("$keap->folder/$name", 0700);
    $stores[$name] = ['infusionsoft.store_path' => "$keap->folder/$name", 'infusionsoft.key' => base64_encode(random_bytes(32))];
    $keap->php("for (\$i = 0; \$i < $writes; \$i++) { \$keap->authorize(); }", $stores[$name]);
}
$fpm = new Fpm($keap, ['www' => []]);
$secret = json_decode(file_get_contents("$keap->folder/settings.json"), true)['infusionsoft.client_secret'];
$right = ['infusionsoft.client_secret' => $secret];
$wrong = ['infusionsoft.client_secret' => 'another'];

$show = '
    try {
        $status = infusionsoft_token_refresh(force: true);
        infusionsoft_request("GET", "/rest/v2/contacts");
        echo $status["generation"] > 11 ? "store two" : "store one";
    } catch (Infusionsoft\Exception $error) {
        echo $error::class;
    }
    echo json_encode([ini_get("infusionsoft.client_secret"), ini_get("infusionsoft.key"), ini_get_all("infusionsoft")["infusionsoft.key"]["local_value"]]), "\n";';
foreach (['one', 'two', 'one'] as $name) {
    echo $fpm->run('www', $show, $stores[$name] + $right);
}
echo $fpm->run('www', $show, $stores['two'] + $wrong);
echo $fpm->run('www', $show, $stores['two'] + $right);
// The store of `one` under the key of `two`.
echo $fpm->run('www', $show, ['infusionsoft.key' => $stores['two']['infusionsoft.key']] + $stores['one'] + $right);
echo $fpm->run('www', $show, $stores['one'] + $right);

$pids = array_map(fn ($name) => $fpm->run('www', 'echo getmypid();', $stores[$name]), ['one', 'two']);
echo count(array_unique($pids)), " worker\n";
?>
--EXPECT--
store one["","",""]
store two["","",""]
store one["","",""]
Infusionsoft\ConfigurationException["","",""]
store two["","",""]
Infusionsoft\StoreException["","",""]
store one["","",""]
1 worker
