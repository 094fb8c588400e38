--TEST--
Every function throws a ValueError for an account name that is empty, too long or contains NUL
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$names = ['empty' => '', 'too long' => str_repeat('x', 129), 'NUL' => "one\0two", 'NUL alone' => "\0"];
$functions = [
    fn ($account) => infusionsoft_authorize_url('https://shop.example/', null, $account),
    fn ($account) => infusionsoft_authorize('code', 'https://shop.example/', $account),
    fn ($account) => infusionsoft_token_import($keap->grant(), $account),
    fn ($account) => infusionsoft_token_refresh(true, $account),
    fn ($account) => infusionsoft_token_status($account),
    fn ($account) => infusionsoft_token_forget($account),
    fn ($account) => infusionsoft_contact_create(['email' => 'ann@example.com'], account: $account),
    fn ($account) => infusionsoft_contact_get(1, null, $account),
    fn ($account) => infusionsoft_contact_find('ann@example.com', $account),
    fn ($account) => infusionsoft_tag_apply(1, 2, $account),
    fn ($account) => infusionsoft_request('GET', '/rest/v2/contacts', account: $account),
];
foreach ($functions as $function) {
    $lines = array_map(fn ($name) => attempt(fn () => $function($name)), $names);
    echo implode("\n", array_unique($lines)), "\n";
}
ini_set('infusionsoft.account', '');
echo attempt(fn () => infusionsoft_token_refresh()), "\n", attention(), "\n";
echo count($keap->journal()), ' requests, ', count(scandir($keap->storePath())) - 2, " files\n";
?>
--EXPECT--
ValueError: infusionsoft_authorize_url(): Argument #3 ($account) must be 1 to 128 bytes long and without NUL
ValueError: infusionsoft_authorize(): Argument #3 ($account) must be 1 to 128 bytes long and without NUL
ValueError: infusionsoft_token_import(): Argument #2 ($account) must be 1 to 128 bytes long and without NUL
ValueError: infusionsoft_token_refresh(): Argument #2 ($account) must be 1 to 128 bytes long and without NUL
ValueError: infusionsoft_token_status(): Argument #1 ($account) must be 1 to 128 bytes long and without NUL
ValueError: infusionsoft_token_forget(): Argument #1 ($account) must be 1 to 128 bytes long and without NUL
ValueError: infusionsoft_contact_create(): Argument #4 ($account) must be 1 to 128 bytes long and without NUL
ValueError: infusionsoft_contact_get(): Argument #3 ($account) must be 1 to 128 bytes long and without NUL
ValueError: infusionsoft_contact_find(): Argument #2 ($account) must be 1 to 128 bytes long and without NUL
ValueError: infusionsoft_tag_apply(): Argument #3 ($account) must be 1 to 128 bytes long and without NUL
ValueError: infusionsoft_request(): Argument #5 ($account) must be 1 to 128 bytes long and without NUL
Infusionsoft\ConfigurationException: infusionsoft.account must be 1 to 128 bytes long
infusionsoft.account must be 1 to 128 bytes long
0 requests, 0 files
