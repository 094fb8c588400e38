--TEST--
The logger gets a warning for a call that is refused before anything is sent
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/logger.inc';

infusionsoft_logger(print_entry(...));
outcome(fn () => infusionsoft_contact_find('*'));
outcome(fn () => infusionsoft_contact_create(['emali' => 'a@example.com'], account: 'another'));
outcome(fn () => infusionsoft_contact_get([]));
outcome(fn () => infusionsoft_contact_get(7, account: ''));
ini_set('infusionsoft.account', '');
outcome(fn () => infusionsoft_contact_get(7));
ini_restore('infusionsoft.account');
outcome(fn () => infusionsoft_contact_get());
outcome(fn () => infusionsoft_authorize('a code', 'https://shop.example/'));
outcome(fn () => infusionsoft_token_refresh());
outcome(fn () => infusionsoft_token_import([]));
foreach (infusionsoft_batch([fn () => infusionsoft_tag_apply(7, ['x'])]) as $error) {
    echo $error::class, "\n";
}
infusionsoft_fake([]);
outcome(fn () => infusionsoft_request('GET', 'rest'));
// What the logger throws does not replace the exception.
infusionsoft_logger(fn () => throw new LogicException('mine'));
set_error_handler(fn () => true);
echo outcome(fn () => @infusionsoft_contact_find('*')), "\n";
?>
--EXPECTF--
warning: infusionsoft_contact_find(): Argument #1 ($email) %s {"account":"default","function":"infusionsoft_contact_find","error":"ValueError","may_have_acted":false}
warning: infusionsoft_contact_create(): Argument #1 ($contact) %s {"account":"another","function":"infusionsoft_contact_create","error":"ValueError","may_have_acted":false}
warning: infusionsoft_contact_get(): Argument #1 ($id) must be of type string|int, array given {"account":"default","function":"infusionsoft_contact_get","error":"TypeError","may_have_acted":false}
warning: infusionsoft_contact_get(): Argument #3 ($account) must be 1 to 128 bytes long and without NUL {"account":null,"function":"infusionsoft_contact_get","error":"ValueError","may_have_acted":false}
warning: infusionsoft.account must be 1 to 128 bytes long {"account":null,"function":"infusionsoft_contact_get","error":"Infusionsoft\\ConfigurationException","may_have_acted":false}
warning: infusionsoft_contact_get() expects at least 1 argument, 0 given {"account":null,"function":"infusionsoft_contact_get","error":"ArgumentCountError","may_have_acted":false}
warning: infusionsoft_authorize(): Argument #1 ($code) %s {"account":"default","function":"infusionsoft_authorize","error":"ValueError","may_have_acted":false}
warning: There is no grant for account "default"%s {"account":"default","function":"infusionsoft_token_refresh","error":"Infusionsoft\\AuthorizationException","may_have_acted":false}
warning: infusionsoft_tag_apply(): Argument #2 ($contacts) must hold contact ids%s {"account":"default","function":"infusionsoft_tag_apply","error":"ValueError","may_have_acted":false}
ValueError
warning: infusionsoft_request(): Argument #2 ($path) must begin with exactly one slash%s {"account":"default","function":"infusionsoft_request","error":"ValueError","may_have_acted":false}
ValueError: Argument #1 ($email) %s
