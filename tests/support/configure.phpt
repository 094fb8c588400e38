--TEST--
infusionsoft_configure() gives settings of every kind, null leaves one as it is, and a later call replaces all of an earlier one
--INI--
infusionsoft.client_id="of php.ini"
infusionsoft.client_secret=""
infusionsoft.account=default
infusionsoft.store_path=/var/lib/infusionsoft
infusionsoft.retries=3
infusionsoft.priority=normal
infusionsoft.keepalive=1
infusionsoft.timeout_ms=30000
infusionsoft.max_wait_ms=2000
infusionsoft.configure=1
--FILE--
<?php
function show(): void
{
    foreach (['client_id', 'client_secret', 'account', 'store_path', 'retries', 'priority', 'keepalive', 'timeout_ms', 'max_wait_ms'] as $name) {
        echo "$name=", ini_get("infusionsoft.$name"), ' ';
    }
    ob_start();
    phpinfo(INFO_MODULES);
    preg_match('/^infusionsoft.client_secret => \K[^=]*/m', strip_tags(strtr(ob_get_clean(), ['</td><td class="v">' => ' => '])), $found);
    echo 'secret is ', trim($found[0]), "\n";
}

infusionsoft_configure([
    'client_id' => 'of the site',
    'client_secret' => 'hidden',
    'account' => 'shop',
    'store_path' => '/nonexistent/site',
    'retries' => '1',
    'priority' => 'low',
    'keepalive' => false,
    'timeout_ms' => 4000,
    'max_wait_ms' => null,
]);
show();
var_dump(ini_set('infusionsoft.account', 'chosen'), ini_set('infusionsoft.store_path', '/elsewhere'));
infusionsoft_configure(['timeout_ms' => '5K', 'keepalive' => 'off']);
show();
infusionsoft_configure([]);
show();
?>
--EXPECT--
client_id=of the site client_secret= account=shop store_path=/nonexistent/site retries=1 priority=low keepalive=0 timeout_ms=4000 max_wait_ms=2000 secret is set
string(4) "shop"
bool(false)
client_id=of php.ini client_secret= account=default store_path=/var/lib/infusionsoft retries=3 priority=normal keepalive=off timeout_ms=5K max_wait_ms=2000 secret is not set
client_id=of php.ini client_secret= account=default store_path=/var/lib/infusionsoft retries=3 priority=normal keepalive=1 timeout_ms=30000 max_wait_ms=2000 secret is not set
