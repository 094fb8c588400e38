--TEST--
If the directory is missing, every call, the status, the accounts and phpinfo say so with the command that creates it, and no file is created
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
    echo call_keap(), "\n";
    foreach (["infusionsoft_accounts", "infusionsoft_limits", "infusionsoft_token_refresh", "infusionsoft_token_forget"] as $function) {
        echo "$function: ", strtok(attempt($function), "."), "\n";
    }
    ob_start();
    phpinfo(INFO_MODULES);
    echo implode("\n", preg_grep("/^(Accounts|Needs attention) => /", explode("\n", ob_get_clean()))), "\n";';
$path = "$keap->folder/not there";
$output = $keap->php($code, ['infusionsoft.store_path' => $path]);
echo preg_replace('/-o \S+/', '-o <user>', without_paths($keap, $output));
var_dump(file_exists($path));

// Calls with infusionsoft.api_key need no store.
echo $keap->php('
    require "' . __DIR__ . '/../auth/grants.inc";
    echo call_keap(), " ", attention(), " ", count(infusionsoft_accounts()), "\n";', ['infusionsoft.store_path' => $path, 'infusionsoft.api_key' => $keap->apiKey]);

// A volume that is not mounted leaves an empty directory.
mkdir("$keap->folder/empty", 0700);
echo strtok($keap->php('require "' . __DIR__ . '/../auth/grants.inc"; echo call_keap();', ['infusionsoft.store_path' => "$keap->folder/empty"]), ':'), "\n";

file_put_contents($path, '');
echo strtok(without_paths($keap, $keap->php($code, ['infusionsoft.store_path' => $path])), "\n"), "\n";
echo strtok($keap->php($code, ['infusionsoft.store_path' => 'relative/path']), "\n"), "\n";
echo strtok($keap->php($code, ['infusionsoft.store_path' => '']), "\n"), "\n";
?>
--EXPECT--
Infusionsoft\StoreException: The store's directory <folder>/not there does not exist. To make it, run: install -d -m 0700 -o <user> '<folder>/not there'
The store's directory <folder>/not there does not exist. To make it, run: install -d -m 0700 -o <user> '<folder>/not there'
Infusionsoft\StoreException: The store's directory <folder>/not there does not exist. To make it, run: install -d -m 0700 -o <user> '<folder>/not there'
infusionsoft_accounts: Infusionsoft\StoreException: The store's directory <folder>/not there does not exist
infusionsoft_limits: Infusionsoft\StoreException: The store's directory <folder>/not there does not exist
infusionsoft_token_refresh: Infusionsoft\StoreException: The store's directory <folder>/not there does not exist
infusionsoft_token_forget: Infusionsoft\StoreException: The store's directory <folder>/not there does not exist
Accounts => The store's directory <folder>/not there does not exist. To make it, run: install -d -m 0700 -o <user> '<folder>/not there'
Needs attention => The store's directory <folder>/not there does not exist. To make it, run: install -d -m 0700 -o <user> '<folder>/not there'
bool(false)
called none 1
Infusionsoft\AuthorizationException
Infusionsoft\StoreException: infusionsoft.store_path <folder>/not there is not a directory
Infusionsoft\ConfigurationException: infusionsoft.store_path must be an absolute path, not "relative/path"
Infusionsoft\ConfigurationException: infusionsoft.store_path must be an absolute path, not ""
