--TEST--
A damaged record is reported and no older record is used; other accounts work, and a new grant repairs the account
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';

$keap->authorize();
$file = $keap->storePath() . '/tokens';
$before = file_get_contents($file);
infusionsoft_token_refresh(force: true);
infusionsoft_token_refresh(force: true);
// Hashes of all pages. The two halves of the record are the pages that were written and that a write of another account does not change.
$pages = array_map('md5', str_split(file_get_contents($file), 4096));
$keap->authorize(account: 'other');
$after = file_get_contents($file);

$halves = array_keys(array_filter($pages, fn ($hash, $page) => $hash !== md5(substr($before, $page * 4096, 4096))
    && $hash === md5(substr($after, $page * 4096, 4096)), ARRAY_FILTER_USE_BOTH));

// Flips one bit at a time in each page that holds data of the account.
$seen = [];
for ($page = 0; $page < strlen($after); $page += 4096) {
    // The header has data of all accounts.
    if ($page === 0 || substr($before, $page, 4096) === substr($after, $page, 4096)) {
        continue;
    }
    foreach ([0, 8, 40, 100, 300] as $offset) {
        $damaged = $after;
        $damaged[$page + $offset] = chr(ord($damaged[$page + $offset]) ^ 0x10);
        file_put_contents($file, $damaged);
        $line = without_paths($keap, $keap->php('require "' . __DIR__ . '/../auth/grants.inc";
            echo state() === "missing" ? attention() : infusionsoft_token_status()["generation"];'));
        $seen[preg_replace('/^\d+$/', 'generation $0', $line)] = true;
    }
}
file_put_contents($file, $after);
$generation = infusionsoft_token_status()['generation'];
ksort($seen);
echo strtr(implode("\n", array_keys($seen)), ["generation $generation" => 'the last generation']), "\n";

// If the record itself is damaged, another account still works, and a new grant repairs this account.
foreach ([20, 100] as $offset) {
    foreach ($halves as $page) {
        $damaged = $after;
        $damaged[$page * 4096 + $offset] = chr(ord($damaged[$page * 4096 + $offset]) ^ 1);
        file_put_contents($file, $damaged);
        $repaired[] = $keap->php('require "' . __DIR__ . '/../auth/grants.inc";
            echo attempt(fn () => state("other")), " ";
            infusionsoft_token_import(["access_token" => "at-1", "refresh_token" => "rt-1", "expires_in" => 3600]);
            echo attempt(fn () => state()), "\n";');
    }
}
var_dump(count($halves) >= 2);
echo implode(array_unique($repaired));
?>
--EXPECT--
The record of the account "default" in <store>/tokens cannot be opened: the file holds a record sealed under a key that is not configured. If the key was changed while this process ran, restart it (systemctl reload php-fpm, queue:restart). If not, add the old key to infusionsoft.previous_keys; if that key is lost, remove the file and authorize again
The record of the account "default" in <store>/tokens is damaged: restore the file from a backup, or authorize the account again
the last generation
bool(true)
valid valid
