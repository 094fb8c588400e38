--TEST--
A script that does not use the store leaves a refresh that is due for less than 15 minutes to other processes
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

/** Imports a grant that is due for so many minutes, or up to 6 more: at the last eighth of its time, or a tenth of that earlier. */
function import_due_for(Keap $keap, int $minutes): void
{
    infusionsoft_token_import(['expires_in' => 8 * 3600, 'expires_at' => time() + 3600 - 60 * $minutes] + $keap->grant());
}

/** Runs the code with the keep-alive, and returns what it says and the number of refreshes so far. */
function end_of(Keap $keap, string $code): string
{
    return $keap->php("echo $code;", ['infusionsoft.keepalive' => 1]) . ' ' . posts($keap) . "\n";
}

import_due_for($keap, 8);
echo end_of($keap, '"idle"'), end_of($keap, 'ini_get("infusionsoft.keepalive")');
import_due_for($keap, 16);
echo end_of($keap, '"idle"'), end_of($keap, '"idle"');

echo "A script that used the store:\n";
import_due_for($keap, 8);
echo end_of($keap, 'infusionsoft_token_status()["state"]'), end_of($keap, 'infusionsoft_token_status()["state"]');
echo json_encode($keap->violations()), "\n";
?>
--EXPECT--
idle 0
1 0
idle 1
idle 1
A script that used the store:
refresh_due 2
valid 2
[]
