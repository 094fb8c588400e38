--TEST--
A success whose body cannot be used is tried again where the call is safe to repeat
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$tag = $keap->tag('Customer');
$calls = [
    'create' => fn () => infusionsoft_contact_create(['email' => 'a@example.com'], 'Email', ['id']),
    'get' => fn () => infusionsoft_contact_get(1001, ['id']),
    'update' => fn () => infusionsoft_contact_update(1001, ['given_name' => 'Ann'], ['id']),
    'apply' => fn () => infusionsoft_tag_apply($tag, 1001),
    'list' => fn () => iterator_count(infusionsoft_each('listContacts')),
    'by id' => fn () => infusionsoft_call('getContact', ['contact_id' => '1001', 'fields' => ['id']]),
    'by hand' => fn () => infusionsoft_request('GET', '/rest/v2/contacts/1001', ['fields' => 'id']),
    'delete' => fn () => infusionsoft_contact_delete(1001),
];
foreach ($calls as $name => $call) {
    foreach (['html' => ['action' => 'html'], 'empty' => ['action' => 'status', 'status' => 200]] as $what => $rule) {
        $before = count($keap->journal());
        $keap->fault(['path' => '/crm'] + $rule);
        $outcome = outcome($call);
        echo "$name, $what: ", count($keap->journal()) - $before, " tries, $outcome\n";
    }
}
var_dump(count($keap->state()['contacts']), $keap->violations());
?>
--EXPECT--
create, html: 2 tries, {"id":"1001"}
create, empty: 2 tries, {"id":"1001"}
get, html: 2 tries, {"id":"1001"}
get, empty: 2 tries, {"id":"1001"}
update, html: 2 tries, {"id":"1001"}
update, empty: 2 tries, {"id":"1001"}
apply, html: 2 tries, {"1001":"SUCCESS"}
apply, empty: 2 tries, {"1001":"DUPLICATE"}
list, html: 2 tries, 1
list, empty: 2 tries, 1
by id, html: 2 tries, {"id":"1001"}
by id, empty: 2 tries, {"id":"1001"}
by hand, html: 2 tries, {"id":"1001"}
by hand, empty: 1 tries, null
delete, html: 2 tries, null
delete, empty: 1 tries, null
int(0)
array(0) {
}
