--TEST--
A contact that was read can be given back with changes: what differs is sent, and read-only members are ignored
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$id = infusionsoft_contact_create([
    'given_name' => 'Mary', 'email' => 'mary@example.com', 'opt_in_reason' => 'asked', 'phone' => '1',
    'addresses' => [['field' => 'BILLING', 'line1' => '1 Main St'], ['field' => 'SHIPPING', 'line1' => '2 Main St']],
    'company' => ['id' => 5], 'custom_fields' => [11 => 'red', 13 => 7],
    'utm_parameters' => ['keap_source_id' => '7', 'utm_source' => 'ads'],
])['id'];
infusionsoft_tag_apply($keap->tag('Customer'), $id);
$fetched = infusionsoft_contact_get($id);
$update = function (string $what, array $changes, ?array $fields = null) use ($keap, $id): void {
    $before = count($keap->journal("/crm/rest/v2/contacts/$id"));
    $contact = infusionsoft_contact_update($id, $changes, $fields);
    echo "$what: ", implode(', ', array_keys($contact)), "\n";
    foreach (array_slice($keap->journal("/crm/rest/v2/contacts/$id"), $before) as $request) {
        if ($request['method'] === 'PATCH') {
            echo '    ', json_encode($request['query']['update_mask']), ' ', json_encode($request['body']), "\n";
        }
    }
};
$update('as it was', $fetched, ['id', 'given_name']);
$fetched['addresses'][1]['line1'] = '3 Main St';
$update('one member', $fetched, ['id']);
$fetched = infusionsoft_contact_get($id);
$update('one field, one short form', ['given_name' => 'Maria', 'email' => 'new@example.com'] + $fetched, ['id']);
$fetched = infusionsoft_contact_get($id, ['email_addresses']);
$fetched['email_addresses'][] = ['field' => 'EMAIL2', 'email' => 'second@example.com'];
$update('an entry more', $fetched, ['id']);
$update('a map of custom fields', ['custom_fields' => ['Points' => 9]] + infusionsoft_contact_get($id), ['id']);
$fetched = infusionsoft_contact_get($id);
infusionsoft_tag_apply($keap->tag('Buyer'), $id);
$update('a tag since', ['given_name' => 'Marie'] + $fetched, ['id']);
$fetched = infusionsoft_contact_get($id);
infusionsoft_contact_update($id, ['job_title' => 'Cook', 'email' => 'new@example.com', 'opt_in_reason' => 'asked']);
$fetched['email_addresses'][0]['is_opt_in'] = null;
$fetched['origin']['date'] = '2020-01-01';
$update('another change and an opt-in since', ['given_name' => 'Mary'] + $fetched, ['id']);
$fetched = infusionsoft_contact_get($id);
infusionsoft_contact_update($id, ['job_title' => 'Chef']);
$update('what was read is written', $fetched, ['id']);
var_dump($keap->violations());
?>
--EXPECT--
as it was: id, given_name
one member: id
    ["addresses"] {"addresses":[{"line1":"3 Main St","field":"SHIPPING"},{"line1":"1 Main St","field":"BILLING"}]}
one field, one short form: id
    ["given_name","email_addresses"] {"given_name":"Maria","email_addresses":[{"email":"new@example.com","field":"EMAIL1"}]}
an entry more: id
    ["email_addresses"] {"email_addresses":[{"field":"EMAIL2","email":"second@example.com"},{"email":"new@example.com","field":"EMAIL1"}]}
a map of custom fields: id
    ["custom_fields"] {"custom_fields":[{"id":"13","content":9},{"id":"11","content":"red"}]}
a tag since: id
    ["given_name"] {"given_name":"Marie"}
another change and an opt-in since: id
    ["given_name"] {"given_name":"Mary"}
what was read is written: id
    ["job_title"] {"job_title":"Cook"}
array(0) {
}
