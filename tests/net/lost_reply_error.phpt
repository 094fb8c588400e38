--TEST--
A create whose reply is lost throws an exception that says Keap may have acted
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
foreach ([
    ['action' => 'hangup', 'at' => 'before'],
    ['action' => 'hangup', 'at' => 'after'],
    ['action' => 'hangup', 'at' => 'mid-reply'],
    ['action' => 'hangup', 'at' => 'mid-reply', 'close' => 'clean'],
    ['action' => 'garbage'],
    ['action' => 'flood', 'bytes' => 17 << 20],
    ['action' => 'flood-headers'],
] as $rule) {
    $keap->fault(['path' => '/crm'] + $rule);
    try {
        infusionsoft_contact_create(['email' => 'a@b']);
        echo "no exception\n";
    } catch (Infusionsoft\TransportException $error) {
        echo implode(' ', array_filter($rule, 'is_string')), ': ', $error->getMessage(), ' ', json_encode($error->maySent), "\n";
    }
}
// Once each, and Keap acted where the stand-in let it.
var_dump(count($keap->journal()), count($keap->state()['contacts']), $keap->violations());
?>
--EXPECTF--
hangup before: POST /rest/v2/contacts was sent and got no reply: %s. Keap may have acted true
hangup after: POST /rest/v2/contacts was sent and got no reply: %s. Keap may have acted true
hangup mid-reply: Keap's reply to POST /rest/v2/contacts broke off: %s. Keap may have acted true
hangup mid-reply clean: Keap's reply to POST /rest/v2/contacts broke off: %s. Keap may have acted true
garbage: POST /rest/v2/contacts was sent and got no reply: %s. Keap may have acted true
flood: Keap's reply to POST /rest/v2/contacts is larger than the limit (16 MiB for the body, less for the headers): ask for fewer entries or fields. Keap may have acted true
flood-headers: Keap's reply to POST /rest/v2/contacts %s true
int(7)
int(4)
array(0) {
}
