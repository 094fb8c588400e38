--TEST--
A contact or a tag without an id is no usable reply, unless $fields leaves the id out
--FILE--
<?php
$contact = ['email' => 'a@example.com'];
$calls = [
    'create' => fn () => infusionsoft_contact_create($contact),
    'matching create' => fn () => infusionsoft_contact_create($contact, 'Email', ['given_name', 'id']),
    'upsert' => fn () => infusionsoft_contact_upsert($contact),
    'get' => fn () => infusionsoft_contact_get(7),
    'update' => fn () => infusionsoft_contact_update(7, ['given_name' => 'Ann']),
    'tag' => fn () => infusionsoft_tag_create('Customer'),
    'create without id' => fn () => infusionsoft_contact_create($contact, null, ['given_name', 'owner_id']),
    'get without id' => fn () => infusionsoft_contact_get(7, ['given_name']),
    'update without id' => fn () => infusionsoft_contact_update(7, ['given_name' => 'Ann'], ['given_name']),
];
foreach (['{}', '[]', '{"id":null}', '{"id":""}'] as $body) {
    infusionsoft_fake(['listContacts' => ['contacts' => []], '*' => ['status' => 201, 'body' => $body]]);
    foreach (infusionsoft_batch($calls) as $name => $result) {
        $told = $result instanceof Throwable
            ? $result::class . ' ' . json_encode($result->maySent) . ' ' . strstr($result->getMessage(), 'cannot be used')
            : json_encode($result);
        echo "$name $body: $told\n";
    }
}
?>
--EXPECT--
create {}: Infusionsoft\TransportException true cannot be used: it has no id. Keap may have acted
matching create {}: Infusionsoft\TransportException true cannot be used: it has no id. Keap may have acted
upsert {}: Infusionsoft\TransportException true cannot be used: it has no id. Keap may have acted
get {}: Infusionsoft\TransportException false cannot be used: it has no id
update {}: Infusionsoft\TransportException true cannot be used: it has no id. Keap may have acted
tag {}: Infusionsoft\TransportException true cannot be used: it has no id. Keap may have acted
create without id {}: []
get without id {}: []
update without id {}: []
create []: Infusionsoft\TransportException true cannot be used: it has no id. Keap may have acted
matching create []: Infusionsoft\TransportException true cannot be used: it has no id. Keap may have acted
upsert []: Infusionsoft\TransportException true cannot be used: it has no id. Keap may have acted
get []: Infusionsoft\TransportException false cannot be used: it has no id
update []: Infusionsoft\TransportException true cannot be used: it has no id. Keap may have acted
tag []: Infusionsoft\TransportException true cannot be used: it has no id. Keap may have acted
create without id []: []
get without id []: []
update without id []: []
create {"id":null}: Infusionsoft\TransportException true cannot be used: it has no id. Keap may have acted
matching create {"id":null}: Infusionsoft\TransportException true cannot be used: it has no id. Keap may have acted
upsert {"id":null}: Infusionsoft\TransportException true cannot be used: it has no id. Keap may have acted
get {"id":null}: Infusionsoft\TransportException false cannot be used: it has no id
update {"id":null}: Infusionsoft\TransportException true cannot be used: it has no id. Keap may have acted
tag {"id":null}: Infusionsoft\TransportException true cannot be used: it has no id. Keap may have acted
create without id {"id":null}: {"id":null}
get without id {"id":null}: {"id":null}
update without id {"id":null}: {"id":null}
create {"id":""}: Infusionsoft\TransportException true cannot be used: it has no id. Keap may have acted
matching create {"id":""}: Infusionsoft\TransportException true cannot be used: it has no id. Keap may have acted
upsert {"id":""}: Infusionsoft\TransportException true cannot be used: it has no id. Keap may have acted
get {"id":""}: Infusionsoft\TransportException false cannot be used: it has no id
update {"id":""}: Infusionsoft\TransportException true cannot be used: it has no id. Keap may have acted
tag {"id":""}: Infusionsoft\TransportException true cannot be used: it has no id. Keap may have acted
create without id {"id":""}: {"id":""}
get without id {"id":""}: {"id":""}
update without id {"id":""}: {"id":""}
