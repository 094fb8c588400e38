--TEST--
opt_in_reason beside email becomes the reason of that address, on create, upsert and update
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$show = function (string $what, array $contact): void {
    echo "$what: ", implode(', ', array_map(fn (array $one) => "$one[field] $one[email] " . ($one['opt_in_reason'] ?? '-'), $contact['email_addresses'])), "\n";
};
$fields = ['id', 'email_addresses'];
$show('create', $contact = infusionsoft_contact_create([
    'opt_in_reason' => 'asked on paper', 'email' => 'mary@example.com',
    'email_addresses' => [['email' => 'second@example.com', 'field' => 'EMAIL2', 'opt_in_reason' => 'by phone']],
], fields: $fields));
$id = $contact['id'];
$show('upsert', infusionsoft_contact_upsert(['email' => 'mary@example.com', 'opt_in_reason' => 'web form'], fields: $fields));
$show('upsert without a reason', infusionsoft_contact_upsert(['email' => 'MARY@example.com'], fields: $fields));
$show('update', infusionsoft_contact_update($id, ['email' => 'mary@example.com', 'opt_in_reason' => 'again'], $fields));
$show('another case', infusionsoft_contact_update($id, ['email' => 'Mary@Example.com'], $fields));
$show('null', infusionsoft_contact_update($id, ['email' => 'mary@example.com', 'opt_in_reason' => null], $fields));
$show('another address and reason', infusionsoft_contact_update($id, ['email' => 'new@example.com', 'opt_in_reason' => 'new'], $fields));
$show('another address', infusionsoft_contact_update($id, ['email' => 'newer@example.com'], $fields));
var_dump($keap->violations());
?>
--EXPECT--
create: EMAIL1 mary@example.com asked on paper, EMAIL2 second@example.com by phone
upsert: EMAIL1 mary@example.com web form, EMAIL2 second@example.com by phone
upsert without a reason: EMAIL1 mary@example.com web form, EMAIL2 second@example.com by phone
update: EMAIL1 mary@example.com again, EMAIL2 second@example.com by phone
another case: EMAIL1 Mary@Example.com again, EMAIL2 second@example.com by phone
null: EMAIL1 mary@example.com -, EMAIL2 second@example.com by phone
another address and reason: EMAIL1 new@example.com new, EMAIL2 second@example.com by phone
another address: EMAIL1 newer@example.com -, EMAIL2 second@example.com by phone
array(0) {
}
