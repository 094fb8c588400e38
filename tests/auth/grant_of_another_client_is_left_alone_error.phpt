--TEST--
A grant that was got for another client_id is not shown to Keap under this one, neither by a call nor at the end of a request
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
Infusionsoft\ConfigurationException: Account "default" was authorized for another infusionsoft.client_id: set that one again, or authorize anew
Infusionsoft\ConfigurationException: Account "default" was authorized for another infusionsoft.client_id: set that one again, or authorize anew
0 expired
called 1
