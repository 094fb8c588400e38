--TEST--
An infusionsoft.max_accounts above the limit of the format gives a ConfigurationException
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';

echo $keap->php('require "' . __DIR__ . '/../auth/grants.inc";
    echo attempt(fn () => infusionsoft_token_import(["access_token" => "at-1", "refresh_token" => "rt-1"])), "\n";', ['infusionsoft.max_accounts' => 20000000]);
echo $keap->php('$keap->authorize(); echo "made\n";', ['infusionsoft.max_accounts' => 0]);
echo $keap->php('echo ini_get("infusionsoft.max_accounts"), "\n";', ['infusionsoft.max_accounts' => -1]);
?>
--EXPECT--
Infusionsoft\ConfigurationException: infusionsoft.max_accounts is 20000000 and may be 16777152 at most
made

Warning: infusionsoft.max_accounts must be a number, at least 0: the value of the configuration is refused and has no effect in Unknown on line 0
128
