--TEST--
If the directory is missing, the message contains the command that creates it, and no file is created
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';

$code = 'require "' . __DIR__ . '/../auth/grants.inc";
    echo attempt(fn () => infusionsoft_token_import(["access_token" => "at-1", "refresh_token" => "rt-1"])), "\n";
    echo infusionsoft_token_status()["attention"], "\n";
    echo strtok(call_keap(), ":"), "\n";';
$path = "$keap->folder/not there";
$output = $keap->php($code, ['infusionsoft.store_path' => $path]);
echo preg_replace('/-o \S+/', '-o <user>', without_paths($keap, $output));
var_dump(file_exists($path));

file_put_contents($path, '');
echo without_paths($keap, $keap->php($code, ['infusionsoft.store_path' => $path]));
echo strtok($keap->php($code, ['infusionsoft.store_path' => 'relative/path']), "\n"), "\n";
echo strtok($keap->php($code, ['infusionsoft.store_path' => '']), "\n"), "\n";
?>
--EXPECT--
Infusionsoft\StoreException: The store's directory <folder>/not there does not exist. To make it, run: install -d -m 0700 -o <user> <folder>/not there
The store's directory <folder>/not there does not exist. To make it, run: install -d -m 0700 -o <user> <folder>/not there
Infusionsoft\AuthorizationException
bool(false)
Infusionsoft\StoreException: infusionsoft.store_path <folder>/not there is not a directory
infusionsoft.store_path <folder>/not there is not a directory
Infusionsoft\StoreException
Infusionsoft\ConfigurationException: infusionsoft.store_path must be an absolute path, not "relative/path"
Infusionsoft\ConfigurationException: infusionsoft.store_path must be an absolute path, not ""
