--TEST--
An account name is 1 to 128 bytes without NUL, and a call needs a grant for it
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$contact = ['email' => 'a@example.com'];
foreach (['', "a\0b", str_repeat('a', 129)] as $account) {
    outcomes([
        'create' => fn () => infusionsoft_contact_create($contact, account: $account),
        'get' => fn () => infusionsoft_contact_get(1, account: $account),
        'find' => fn () => infusionsoft_contact_find('a@example.com', $account),
        'apply' => fn () => infusionsoft_tag_apply(1, 1, $account),
        'request' => fn () => infusionsoft_request('GET', '/rest/v2/contacts', account: $account),
    ]);
}
echo outcome(fn () => infusionsoft_contact_create($contact, account: 'nobody')), "\n";
ini_set('infusionsoft.account', '');
echo outcome(fn () => infusionsoft_contact_create($contact)), "\n";
var_dump($keap->journal());
?>
--EXPECT--
create: ValueError: Argument #4 ($account) must be 1 to 128 bytes long and without NUL
get: ValueError: Argument #3 ($account) must be 1 to 128 bytes long and without NUL
find: ValueError: Argument #2 ($account) must be 1 to 128 bytes long and without NUL
apply: ValueError: Argument #3 ($account) must be 1 to 128 bytes long and without NUL
request: ValueError: Argument #5 ($account) must be 1 to 128 bytes long and without NUL
create: ValueError: Argument #4 ($account) must be 1 to 128 bytes long and without NUL
get: ValueError: Argument #3 ($account) must be 1 to 128 bytes long and without NUL
find: ValueError: Argument #2 ($account) must be 1 to 128 bytes long and without NUL
apply: ValueError: Argument #3 ($account) must be 1 to 128 bytes long and without NUL
request: ValueError: Argument #5 ($account) must be 1 to 128 bytes long and without NUL
create: ValueError: Argument #4 ($account) must be 1 to 128 bytes long and without NUL
get: ValueError: Argument #3 ($account) must be 1 to 128 bytes long and without NUL
find: ValueError: Argument #2 ($account) must be 1 to 128 bytes long and without NUL
apply: ValueError: Argument #3 ($account) must be 1 to 128 bytes long and without NUL
request: ValueError: Argument #5 ($account) must be 1 to 128 bytes long and without NUL
AuthorizationException: There is no grant for account "nobody": send the owner of the Keap application to infusionsoft_authorize_url(), import a token pair with infusionsoft_token_import(), or set infusionsoft.api_key
ConfigurationException: infusionsoft.account must be 1 to 128 bytes long
array(0) {
}
