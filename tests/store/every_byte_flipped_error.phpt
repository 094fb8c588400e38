--TEST--
With any byte of the store flipped, the right token is used or an error names the damage; with the byte restored, the right token is used
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/files.inc';

// Both halves are written; the older half has a spent refresh token.
$keap->authorize();
// At its end this process adds its statistics to the store's file.
$keap->php('infusionsoft_token_refresh(force: true);');
$status = infusionsoft_token_status();
$bytes = file_get_contents($keap->storePath() . '/tokens');
$file = fopen($keap->storePath() . '/tokens', 'r+');
stream_set_write_buffer($file, 0);
$put = function (int $offset, string $byte) use ($file): void {
    fseek($file, $offset);
    fwrite($file, $byte);
};

$seen = ['status' => [], 'call' => []];
// The header is checked once a second. Whether an error names it depends on the time, so such errors are left out.
$note = function (string $what, string $line) use (&$seen): void {
    if (!preg_match('~^(Infusionsoft\\\\StoreException: )?(The header of )?<store>/tokens ~', $line)) {
        $seen[$what][$line] = true;
    }
};
$flips = 0;
foreach (str_split($bytes, 4096) as $page => $content) {
    // A page of zeros was never written.
    for ($at = 0; trim($content, "\0") !== '' && $at < 4096; $at++) {
        $offset = $page * 4096 + $at;
        $put($offset, $content[$at] ^ chr(1 << $at % 8));
        $flips++;
        // [] if the status is unchanged; previous_key if only the hash of the name is damaged; any other difference fails the test.
        $changed = array_diff_assoc(infusionsoft_token_status(), $status);
        $line = ($changed['state'] ?? '') === 'missing' ? attention() : json_encode($changed);
        $note('status', without_paths($keap, $line));
        if ($content[$at] !== "\0") {
            $note('call', without_paths($keap, call_keap()));
        }
        $put($offset, $content[$at]);
    }
}
foreach ($seen as $what => $lines) {
    ksort($lines);
    echo "$what:\n  ", implode("\n  ", array_keys($lines)), "\n";
}
var_dump($flips >= 5 * 4096, infusionsoft_token_status() === $status);
$used = array_column(array_column(array_column($keap->journal('/crm'), 'headers'), 'authorization'), 'sha256');
echo count(array_unique($used)), ' token used, ', posts($keap), " refresh\n";
?>
--EXPECT--
status:
  The record of the account "default" in <store>/tokens cannot be opened: the file holds a record sealed under a key that is not configured. If the key was changed while this process ran, restart it (systemctl reload php-fpm, queue:restart). If not, add the old key to infusionsoft.previous_keys; if that key is lost, remove the file and authorize again
  The record of the account "default" in <store>/tokens is damaged: restore the file from a backup, or authorize the account again
  []
  {"previous_key":true}
call:
  Infusionsoft\StoreException: The record of the account "default" in <store>/tokens cannot be opened: the file holds a record sealed under a key that is not configured. If the key was changed while this process ran, restart it (systemctl reload php-fpm, queue:restart). If not, add the old key to infusionsoft.previous_keys; if that key is lost, remove the file and authorize again
  Infusionsoft\StoreException: The record of the account "default" in <store>/tokens is damaged: restore the file from a backup, or authorize the account again
  called
bool(true)
bool(true)
1 token used, 1 refresh
