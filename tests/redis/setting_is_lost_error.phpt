--TEST--
A machine that has shared a grant and has lost the setting does not refresh it alone, and says so before the token expires
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/machines.inc';

$redis = new RedisServer($keap->folder);
$a = new Machine($keap, 'a', $redis->url());
$lost = new Machine($keap, 'lost', '', ['infusionsoft.store_path' => $a->settings['infusionsoft.store_path']]);
$token = var_export(['expires_in' => 8] + $keap->grant(), true);
$a->run("infusionsoft_token_import($token);");
echo $lost->run('echo infusionsoft_token_status()["attention"];'), "\n";
until(fn () => $lost->run('echo state();') === 'expired');
echo $lost->call(), "\n", posts($keap), " refreshes\n";
echo 'with the setting: ', $a->call(), "\n";
$token = var_export($keap->grant(), true);
echo 'with a grant of its own: ', $lost->run("infusionsoft_token_import($token); infusionsoft_token_refresh(true); echo call_keap();"), ', ', posts($keap), " refreshes\n";
?>
--EXPECT--
Account "default" is shared with other machines, but infusionsoft.shared_store is not set here: set it as on the other machines. If this machine is to use the account alone from now on, authorize it again
Infusionsoft\ConfigurationException: Account "default" is shared with other machines, but infusionsoft.shared_store is not set here: set it as on the other machines. If this machine is to use the account alone from now on, authorize it again
0 refreshes
with the setting: called
with a grant of its own: called, 2 refreshes
