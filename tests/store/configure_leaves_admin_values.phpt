--TEST--
infusionsoft_configure() cannot change what a pool or a request has as php_admin_value, and configure = Off forbids it
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

mkdir("$keap->folder/pool", 0700);
$keap->php('$keap->authorize(["scope" => "full|pool.infusionsoft.com"]);', ['infusionsoft.store_path' => "$keap->folder/pool"]);
$fpm = new Fpm($keap, [
    'free' => [],
    'pinned' => [
        'infusionsoft.store_path' => "$keap->folder/pool",
        'infusionsoft.client_secret' => 'test-client-secret',
        'infusionsoft.retries' => '7',
    ],
    'off' => ['infusionsoft.configure' => 'Off'],
], ['free' => ['php_value[infusionsoft.max_wait_ms]' => 1500]]);
$configure = fn (array $given) => 'require "' . __DIR__ . '/../auth/grants.inc";
    echo attempt(function () { infusionsoft_configure(' . var_export($given, true) . '); return "configured"; }), ", retries ", ini_get("infusionsoft.retries"),
        ", waits ", ini_get("infusionsoft.max_wait_ms"), ", ", basename(ini_get("infusionsoft.store_path")), "\n";';
foreach ([
    ['store_path' => '/elsewhere'],
    ['client_secret' => 'another'],
    ['retries' => 1],
    ['max_wait_ms' => 5, 'retries' => 1],
    // The same values, and others that the pool has not set.
    ['store_path' => "$keap->folder/pool", 'client_secret' => 'test-client-secret', 'retries' => 7, 'max_wait_ms' => 5],
    // The pool's store is its own: the application needs no other.
    ['client_id' => 'another'],
    [],
] as $given) {
    echo $fpm->run('pinned', $configure($given));
}
echo $fpm->run('pinned', 'require "' . __DIR__ . '/../auth/grants.inc"; echo infusionsoft_token_status()["application"], " ", call_keap(), "\n";');
echo $fpm->run('free', $configure(['retries' => 1, 'max_wait_ms' => 5]));
echo $fpm->run('free', $configure(['retries' => 1]), ['infusionsoft.retries' => '4']);
echo $fpm->run('free', $configure(['retries' => 1]));
foreach ([['retries' => 1], []] as $given) {
    echo $fpm->run('off', $configure($given));
}
?>
--EXPECT--
Infusionsoft\ConfigurationException: infusionsoft.store_path has an admin value for this pool, virtual host or request, which infusionsoft_configure() cannot change: leave "store_path" out, or remove the php_admin_value, retries 7, waits 2000, pool
Infusionsoft\ConfigurationException: infusionsoft.client_secret has an admin value for this pool, virtual host or request, which infusionsoft_configure() cannot change: leave "client_secret" out, or remove the php_admin_value, retries 7, waits 2000, pool
Infusionsoft\ConfigurationException: infusionsoft.retries has an admin value for this pool, virtual host or request, which infusionsoft_configure() cannot change: leave "retries" out, or remove the php_admin_value, retries 7, waits 2000, pool
Infusionsoft\ConfigurationException: infusionsoft.retries has an admin value for this pool, virtual host or request, which infusionsoft_configure() cannot change: leave "retries" out, or remove the php_admin_value, retries 7, waits 2000, pool
configured, retries 7, waits 5, pool
configured, retries 7, waits 2000, pool
configured, retries 7, waits 2000, pool
pool.infusionsoft.com called
configured, retries 1, waits 5, store
Infusionsoft\ConfigurationException: infusionsoft.retries has an admin value for this pool, virtual host or request, which infusionsoft_configure() cannot change: leave "retries" out, or remove the php_admin_value, retries 4, waits 1500, store
configured, retries 1, waits 1500, store
Infusionsoft\ConfigurationException: infusionsoft.configure is Off: the settings of this PHP come from php.ini, a pool or a virtual host, and infusionsoft_configure() changes none, retries 3, waits 2000, store
Infusionsoft\ConfigurationException: infusionsoft.configure is Off: the settings of this PHP come from php.ini, a pool or a virtual host, and infusionsoft_configure() changes none, retries 3, waits 2000, store
