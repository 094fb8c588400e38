--TEST--
An upsert finds the EMAIL1 address, the name and the company id as its match says, and of several contacts the lowest id
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$make = fn (array $contact): string => infusionsoft_contact_create($contact)['id'];
$make(['email_addresses' => [['email' => 'mary@example.com', 'field' => 'EMAIL2']]]); // 1001: not its EMAIL1
$make(['email' => 'mary@example.com', 'given_name' => 'Ann', 'family_name' => 'Chan', 'company' => ['id' => 5]]);
$make(['email' => 'mary@example.com', 'given_name' => 'Mary', 'family_name' => 'Chan', 'company' => ['id' => 6]]);
$make(['email' => 'mary@example.com', 'given_name' => 'Mary', 'family_name' => 'Chan', 'company' => ['id' => 5]]);
$keap->options(['default_order' => 'id desc']);

$email = ['email' => 'Mary@example.com'];
$name = ['given_name' => 'MARY', 'family_name' => 'chan'];
$mary = $email + $name + ['company' => ['id' => '5']];
foreach (['Email' => $email, 'EmailAndName' => $email + $name, 'EmailAndNameAndCompany' => $mary] as $match => $contact) {
    echo "$match: ", infusionsoft_contact_upsert(['job_title' => $match] + $contact, $match, ['id'])['id'], "\n";
}
echo 'no such name: ', infusionsoft_contact_upsert(['given_name' => 'Eve'] + $mary, 'EmailAndName')['id'], "\n";
echo 'no such company: ', infusionsoft_contact_upsert(['company' => ['id' => 7]] + $mary, 'EmailAndNameAndCompany')['id'], "\n";
$keap->options(['default_order' => 'id']);
$make(['email' => 'ELODIE@example.com', 'given_name' => 'Élodie', 'family_name' => ' Özil ', 'job_title' => 'any script']);
echo 'any script, blanks at the ends: ', infusionsoft_contact_upsert(['email' => 'elodie@example.com', 'given_name' => 'élodie ', 'family_name' => 'ÖZIL'], 'EmailAndName')['id'], "\n";
echo json_encode(array_column($keap->state()['contacts'], 'job_title', 'id')), "\n";
var_dump($keap->violations());
?>
--EXPECT--
Email: 1002
EmailAndName: 1003
EmailAndNameAndCompany: 1004
no such name: 1005
no such company: 1006
any script, blanks at the ends: 1007
{"1002":"Email","1003":"EmailAndName","1004":"EmailAndNameAndCompany","1007":"any script"}
array(0) {
}
