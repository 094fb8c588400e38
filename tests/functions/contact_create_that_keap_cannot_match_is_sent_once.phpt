--TEST--
A creation is repeated only where Keap can match the contact by its duplicate_option
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$mary = ['email' => 'mary@example.com'];
$name = ['given_name' => 'Mary'];
foreach ([
    'EMAIL1' => ['Email', $mary],
    'EMAIL2 only' => ['Email', ['email_addresses' => [['field' => 'EMAIL2', 'email' => 'mary@example.com']]]],
    'no field' => ['Email', ['email_addresses' => [['email' => 'mary@example.com']]]],
    'empty list' => ['Email', ['email_addresses' => [], 'phone' => '1']],
    'name missing' => ['EmailAndName', $mary],
    'name empty' => ['EmailAndName', $mary + ['given_name' => '', 'family_name' => '']],
    'name blank' => ['EmailAndName', $mary + ['given_name' => ' ', 'family_name' => "\u{a0}\u{200b} "]],
    'given name' => ['EmailAndName', $mary + $name],
    'family name' => ['EmailAndName', $mary + ['family_name' => 'Chan']],
    'company missing' => ['EmailAndNameAndCompany', $mary + $name],
    'company by name' => ['EmailAndNameAndCompany', $mary + $name + ['company' => ['company_name' => 'Chan']]],
    'company id blank' => ['EmailAndNameAndCompany', $mary + $name + ['company' => ['id' => ' ']]],
    'company id 0' => ['EmailAndNameAndCompany', $mary + $name + ['company' => ['id' => '0']]],
    'company id negative' => ['EmailAndNameAndCompany', $mary + $name + ['company' => ['id' => -5]]],
    'company' => ['EmailAndNameAndCompany', $mary + $name + ['company' => ['id' => 5]]],
    'name missing beside a company' => ['EmailAndNameAndCompany', $mary + ['company' => ['id' => 5]]],
] as $what => [$option, $contact]) {
    $keap->reset();
    $keap->authorize();
    $keap->fault(['method' => 'POST', 'path' => '/crm/rest/v2/contacts', 'action' => 'hangup', 'at' => 'after']);
    try {
        infusionsoft_contact_create($contact, $option);
    } catch (Infusionsoft\TransportException $error) {
    }
    echo "$what: sent ", $keap->count('POST /crm/rest/v2/contacts'), ', contacts ', count($keap->state()['contacts']), "\n";
}
?>
--EXPECT--
EMAIL1: sent 2, contacts 1
EMAIL2 only: sent 1, contacts 1
no field: sent 1, contacts 1
empty list: sent 1, contacts 1
name missing: sent 1, contacts 1
name empty: sent 1, contacts 1
name blank: sent 1, contacts 1
given name: sent 2, contacts 1
family name: sent 2, contacts 1
company missing: sent 1, contacts 1
company by name: sent 1, contacts 1
company id blank: sent 1, contacts 1
company id 0: sent 1, contacts 1
company id negative: sent 1, contacts 1
company: sent 2, contacts 1
name missing beside a company: sent 1, contacts 1
