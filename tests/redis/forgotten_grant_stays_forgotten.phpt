--TEST--
A grant that one machine forgets is used by another until its token expires at most, and comes back on none
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/machines.inc';

$redis = new RedisServer($keap->folder);
$a = new Machine($keap, 'a', $redis->url());
$b = new Machine($keap, 'b', $redis->url());
$token = var_export(['expires_in' => 8] + $keap->grant(), true);
$a->run("infusionsoft_token_import($token);");
echo 'b: ', $b->call(), "\n";
$tokens = "{$a->settings['infusionsoft.store_path']}/tokens";
$sealed = array_filter(str_split(file_get_contents($tokens), 64), static fn (string $block) => !str_contains($block, "\0"));
echo 'a forgets: ', $a->run('echo json_encode(infusionsoft_token_forget());'), "\n";
$left = array_filter($sealed, static fn (string $block) => str_contains(file_get_contents($tokens), $block));
echo $sealed ? 'sealed before, ' : '', count($left), " pieces of it left\n";
echo 'a: ', $a->call(), "\n";
until(fn () => $b->run('echo state();') === 'expired');
echo 'b: ', $b->call(), "\n";
echo 'accounts: ', $a->run('echo json_encode(infusionsoft_accounts());'), ' ', $b->run('echo json_encode(infusionsoft_accounts());'), "\n";
echo posts($keap), " refreshes\n";
$token = var_export($keap->grant(), true);
echo 'a again: ', $a->run("infusionsoft_token_import($token); echo call_keap();"), "\n";
echo 'b again: ', $b->call(), "\n";
?>
--EXPECT--
b: called
a forgets: true
sealed before, 0 pieces of it left
a: Infusionsoft\AuthorizationException: There is no grant for account "default": send the owner of the Keap application to infusionsoft_authorize_url(), import a token pair with infusionsoft_token_import(), or set infusionsoft.api_key
b: Infusionsoft\AuthorizationException: There is no grant for account "default": send the owner of the Keap application to infusionsoft_authorize_url(), import a token pair with infusionsoft_token_import(), or set infusionsoft.api_key
accounts: [] []
0 refreshes
a again: called
b again: called
