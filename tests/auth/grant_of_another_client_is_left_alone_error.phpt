--TEST--
A refresh token of another client_id is not sent to Keap, neither for a call nor at the end of a request
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$another = ['infusionsoft.client_id' => 'another-client'];
import_due($keap);
echo $keap->php('
    require "' . __DIR__ . '/grants.inc";
    echo call_keap(), "\n", attempt(fn () => infusionsoft_token_refresh(true)), "\n";', $another);
import_expired($keap);
echo $keap->php('require "' . __DIR__ . '/grants.inc"; echo call_keap(), "\n";', $another);
echo posts($keap), ' ', state(), "\n";
echo call_keap(), ' ', posts($keap), "\n";
?>
--EXPECT--
called
Infusionsoft\ConfigurationException: Account "default" was authorized for another infusionsoft.client_id: set that client_id again, or authorize the account again
Infusionsoft\ConfigurationException: Account "default" was authorized for another infusionsoft.client_id: set that client_id again, or authorize the account again
0 expired
called 1
