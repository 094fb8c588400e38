--TEST--
With a read-only store, calls work until the token expires; then an error says why, and the refresh token is not sent
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/mounts.inc';
echo mount_obstacle();
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';
require __DIR__ . '/mounts.inc';

$keap->authorize();
import_due($keap, 'due');
import_expired($keap, 'expired');
$token = json_encode($keap->grant());
$output = run_mounted($keap, 'mount --bind "$store" "$store" && mount -o remount,bind,ro "$store"', '
    foreach (["default", "due", "expired"] as $account) {
        echo state($account), ": ", call_keap($account), "\n";
    }
    echo attempt(fn () => infusionsoft_token_refresh(true)), "\n";
    echo attempt(fn () => infusionsoft_token_import(json_decode(\'' . $token . '\', true))), "\n";
    echo attempt(fn () => infusionsoft_token_forget()), "\n";');
echo without_paths($keap, $output), posts($keap), " refreshes\n";
// The file system is writable again.
echo call_keap('expired'), ' ', posts($keap), "\n";
?>
--EXPECT--
valid: called
refresh_due: called
expired: Infusionsoft\StoreException: Cannot lock <store>/tokens: the file system is read-only here, so tokens cannot be refreshed here; stored tokens work until they expire. In a systemd service, set ReadWritePaths=<store> (or StateDirectory=); in a container, mount the volume writable. Elsewhere, run: mount -o remount,rw "$(findmnt -nfo TARGET -T <store>)"
Infusionsoft\StoreException: Cannot lock <store>/tokens: the file system is read-only here, so tokens cannot be refreshed here; stored tokens work until they expire. In a systemd service, set ReadWritePaths=<store> (or StateDirectory=); in a container, mount the volume writable. Elsewhere, run: mount -o remount,rw "$(findmnt -nfo TARGET -T <store>)"
Infusionsoft\StoreException: Cannot lock <store>/tokens: the file system is read-only here, so tokens cannot be refreshed here; stored tokens work until they expire. In a systemd service, set ReadWritePaths=<store> (or StateDirectory=); in a container, mount the volume writable. Elsewhere, run: mount -o remount,rw "$(findmnt -nfo TARGET -T <store>)"
Infusionsoft\StoreException: Cannot lock <store>/tokens: the file system is read-only here, so tokens cannot be refreshed here; stored tokens work until they expire. In a systemd service, set ReadWritePaths=<store> (or StateDirectory=); in a container, mount the volume writable. Elsewhere, run: mount -o remount,rw "$(findmnt -nfo TARGET -T <store>)"
0 refreshes
called 1
