--TEST--
infusionsoft_hook_url() adds a mark that depends on the account, the path and the query, and on nothing else
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$hidden = fn (string $url): string => preg_replace('/\b[0-9a-f]{64}\b/', 'MARK', $url);
$mark = fn (string $url, ?string $account = null): string => substr(infusionsoft_hook_url($url, $account), -64);
$first = $mark('https://example.com/hooks');

// There is no store yet.
echo $hidden(infusionsoft_hook_url('https://example.com/hooks')), "\n";
echo $hidden(infusionsoft_hook_url('https://example.com/hooks?tenant=7')), "\n";
echo $hidden(infusionsoft_hook_url('http://localhost:8000')), "\n";
echo is_file("{$keap->storePath()}/tokens") ? "a store\n" : "no store\n";

echo "Another mark:\n";
foreach (['https://example.com/hook', 'https://example.com/hooks/7', 'https://example.com/Hooks', 'https://example.com/hooks?tenant=7'] as $url) {
    echo $mark($url) === $first ? 'NO  ' : 'yes ', $url, "\n";
}
echo $mark('https://example.com/hooks', 'another') === $first ? 'NO  ' : 'yes ', "another account\n";
echo "The same mark:\n";
foreach (['https://www.example.com:8443/hooks', 'https://example.com/hooks/', 'https://example.com/%68ooks'] as $url) {
    echo $mark($url) === $first ? 'yes ' : 'NO  ', $url, "\n";
}
echo $mark('https://example.com/hooks', 'default') === $first ? 'yes ' : 'NO  ', "the account of php.ini\n";
echo trim($keap->php('echo substr(infusionsoft_hook_url("https://example.com/hooks"), -64);')) === $first ? 'yes ' : 'NO  ', "another process\n";
?>
--EXPECT--
https://example.com/hooks?keap_mark=MARK
https://example.com/hooks?tenant=7&keap_mark=MARK
http://localhost:8000?keap_mark=MARK
a store
Another mark:
yes https://example.com/hook
yes https://example.com/hooks/7
yes https://example.com/Hooks
yes https://example.com/hooks?tenant=7
yes another account
The same mark:
yes https://www.example.com:8443/hooks
yes https://example.com/hooks/
yes https://example.com/%68ooks
yes the account of php.ini
yes another process
