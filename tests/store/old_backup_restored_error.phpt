--TEST--
After an older store was restored, the access token is used until it must be refreshed, and the refusal of the spent refresh token is reported once
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';

import_due($keap);
$file = $keap->storePath() . '/tokens';
copy($file, "$file.backup");
chmod("$file.backup", 0600);
infusionsoft_token_refresh();
$other = $keap->start('
    require "' . __DIR__ . '/../auth/grants.inc";
    echo infusionsoft_token_status()["generation"] > 1 ? "refreshed" : "restored", "\n";
    wait_until(fn () => infusionsoft_token_status()["generation"] === 1);
    echo call_keap(), "\n";
    wait_until(fn () => state() === "reauthorization_required");
    echo strtok(call_keap(), ":"), "\n";');
echo $other->line(), ' ', call_keap(), ' ', posts($keap), "\n";

// The restored store does not show that a newer token pair was lost. Only Keap knows.
$keap->fault(['path' => '/token', 'hold' => 'before']);
rename("$file.backup", $file);
echo $other->line(), "\n";
$keap->release(['path' => '/token']);
echo $other->output(), strtok(call_keap(), ':'), ' ', posts($keap), "\n";
echo preg_replace('/ on .* UTC.*/', '', infusionsoft_token_status()['last_error']), "\n";
$keap->authorize();
echo call_keap(), "\n";
?>
--EXPECT--
refreshed called 1
called
Infusionsoft\AuthorizationException
Infusionsoft\AuthorizationException 2
Keap refused the refresh token
called
