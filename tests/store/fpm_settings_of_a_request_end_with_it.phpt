--TEST--
Settings that the web server sends with a request (PHP_ADMIN_VALUE) end with it: the next request of the worker has its pool's
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
require __DIR__ . '/fpm.inc';

mkdir("$keap->folder/two", 0700);
$two = ['infusionsoft.store_path' => "$keap->folder/two", 'infusionsoft.key' => base64_encode(random_bytes(32))];
$keap->authorize(['scope' => 'full|one.infusionsoft.com']);
$keap->authorize(['scope' => 'full|another.infusionsoft.com'], 'another');
$keap->php('$keap->authorize(["scope" => "full|two.infusionsoft.com"]);', $two);

$fpm = new Fpm($keap, ['www' => [], 'keyed' => ['infusionsoft.api_key' => $keap->apiKey]]);
$show = 'require "' . __DIR__ . '/../auth/grants.inc";
    $status = infusionsoft_token_status();
    echo "$status[kind] $status[application] ", call_keap(), " ", ini_get("infusionsoft.retries"), ini_get("infusionsoft.keepalive"), "\n";';

$requests = [
    'the store' => $two,
    'the account' => ['infusionsoft.account' => 'another'],
    'the credential' => ['infusionsoft.api_key' => $keap->apiKey],
    'numbers' => ['infusionsoft.retries' => '7', 'infusionsoft.keepalive' => '1'],
    'numbers that are refused' => ['infusionsoft.retries' => '-7'],
];
echo 'nothing: ', $fpm->run('www', $show);
foreach ($requests as $name => $sent) {
    echo "$name: ", $fpm->run('www', $show, $sent), '  then nothing: ', $fpm->run('www', $show);
}

$change = 'var_dump(ini_set("infusionsoft.account", "another")); echo infusionsoft_token_status()["application"], "\n";';
echo 'a script may set the account: ', $fpm->run('www', $change), '  then nothing: ', $fpm->run('www', $show);

// A pool's own key is there again after a key that came with a request.
foreach ([[], ['infusionsoft.api_key' => 'wrong'], []] as $sent) {
    $said = $fpm->run('keyed', 'require "' . __DIR__ . '/../auth/grants.inc"; echo substr(call_keap(), 0, 35);', $sent);
    echo $sent ? 'with a wrong key' : 'the pool', ": $said\n";
}
echo count(array_unique([$fpm->run('www', 'echo getmypid();'), $fpm->run('www', 'echo getmypid();', $two)])), " worker\n";
?>
--EXPECT--
nothing: oauth2 one.infusionsoft.com called 30
the store: oauth2 two.infusionsoft.com called 30
  then nothing: oauth2 one.infusionsoft.com called 30
the account: oauth2 another.infusionsoft.com called 30
  then nothing: oauth2 one.infusionsoft.com called 30
the credential: api_key  called 30
  then nothing: oauth2 one.infusionsoft.com called 30
numbers: oauth2 one.infusionsoft.com called 71
  then nothing: oauth2 one.infusionsoft.com called 30
numbers that are refused: oauth2 one.infusionsoft.com called 30
  then nothing: oauth2 one.infusionsoft.com called 30
a script may set the account: string(7) "default"
another.infusionsoft.com
  then nothing: oauth2 one.infusionsoft.com called 30
the pool: called
with a wrong key: Infusionsoft\AuthorizationException
the pool: called
1 worker
