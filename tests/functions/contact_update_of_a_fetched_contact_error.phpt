--TEST--
Another id, or without an id a read-only member that differs from the contact in Keap, is refused
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$id = infusionsoft_contact_create(['given_name' => 'Mary', 'email' => 'mary@example.com'])['id'];
$fetched = infusionsoft_contact_get($id);
$opted = ['email_addresses' => $fetched['email_addresses']];
$opted['email_addresses'][0]['is_opt_in'] = true;
outcomes([
    'another contact' => fn () => infusionsoft_contact_update($id, ['id' => '7'] + $fetched),
    'tags' => fn () => infusionsoft_contact_update($id, ['tag_ids' => ['101']] + array_diff_key($fetched, ['id' => 1])),
    'time' => fn () => infusionsoft_contact_update($id, ['create_time' => '2026-01-31T00:00:00Z']),
    'opt-in' => fn () => infusionsoft_contact_update($id, $opted),
]);
$before = count($keap->journal('/crm'));
outcomes([
    'unknown beside it' => fn () => infusionsoft_contact_update($id, $fetched + ['fist_name' => 'Mary']),
]);
var_dump(count($keap->journal('/crm')) - $before, $keap->count('PATCH /crm/rest/v2/contacts/{contact_id}'));
?>
--EXPECT--
another contact: ValueError: Argument #2 ($changes) contact.id is read-only in Keap: give the contact's id to infusionsoft_contact_update()
tags: ValueError: Argument #2 ($changes) contact.tag_ids is read-only in Keap: apply tags with infusionsoft_tag_apply()
time: ValueError: Argument #2 ($changes) contact.create_time is read-only in Keap: leave it out
opt-in: ValueError: Argument #2 ($changes) contact.email_addresses.is_opt_in is read-only in Keap: Keap sets it when opt_in_reason is given
unknown beside it: ValueError: Argument #2 ($changes) contact has no field "fist_name" in Keap; did you mean "given_name"?
int(0)
int(0)
