--TEST--
opt_in_reason without the address that it belongs to is refused before anything is sent
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
outcomes([
    'create' => fn () => infusionsoft_contact_create(['phone' => '1', 'opt_in_reason' => 'asked']),
    'upsert' => fn () => infusionsoft_contact_upsert(['phone' => '1', 'opt_in_reason' => 'asked']),
    'update' => fn () => infusionsoft_contact_update(1, ['opt_in_reason' => 'asked']),
    'update to null' => fn () => infusionsoft_contact_update(1, ['opt_in_reason' => null]),
    'address removed' => fn () => infusionsoft_contact_update(1, ['email' => null, 'opt_in_reason' => 'asked']),
    'empty' => fn () => infusionsoft_contact_create(['email' => 'a@example.com', 'opt_in_reason' => '']),
    'blank' => fn () => infusionsoft_contact_create(['email' => 'a@example.com', 'opt_in_reason' => ' ']),
    'invisible' => fn () => infusionsoft_contact_upsert(['email' => 'a@example.com', 'opt_in_reason' => "\u{a0} \u{200b}"]),
    'empty in a list' => fn () => infusionsoft_contact_update(1, ['email_addresses' => [['field' => 'EMAIL1', 'opt_in_reason' => '']]]),
    'blank in a list' => fn () => infusionsoft_contact_create(['email_addresses' => [['field' => 'EMAIL1', 'email' => 'a@example.com', 'opt_in_reason' => ' ']]]),
    'type' => fn () => infusionsoft_contact_create(['email' => 'a@example.com', 'opt_in_reason' => true]),
]);
var_dump($keap->journal('/crm'));
?>
--EXPECT--
create: ValueError: Argument #1 ($contact) contact.opt_in_reason is given without contact.email: give both, or give opt_in_reason in an entry of email_addresses
upsert: ValueError: Argument #1 ($contact) contact.opt_in_reason is given without contact.email: give both, or give opt_in_reason in an entry of email_addresses
update: ValueError: Argument #2 ($changes) contact.opt_in_reason is given without contact.email: give both, or give opt_in_reason in an entry of email_addresses
update to null: ValueError: Argument #2 ($changes) contact.opt_in_reason is given without contact.email: give both, or give opt_in_reason in an entry of email_addresses
address removed: ValueError: Argument #2 ($changes) contact.opt_in_reason is given without contact.email: give both, or give opt_in_reason in an entry of email_addresses
empty: ValueError: Argument #1 ($contact) contact.opt_in_reason must not be empty: leave it out, or give null
blank: ValueError: Argument #1 ($contact) contact.opt_in_reason must not be empty: leave it out, or give null
invisible: ValueError: Argument #1 ($contact) contact.opt_in_reason must not be empty: leave it out, or give null
empty in a list: ValueError: Argument #2 ($changes) contact.email_addresses[0].opt_in_reason must not be empty: leave it out, or give null
blank in a list: ValueError: Argument #1 ($contact) contact.email_addresses[0].opt_in_reason must not be empty: leave it out, or give null
type: ValueError: Argument #1 ($contact) contact.opt_in_reason must be a string, bool given
array(0) {
}
