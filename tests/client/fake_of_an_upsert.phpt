--TEST--
Under a fake an upsert finds nobody and creates a contact, and a faked contact is changed
--INI--
infusionsoft.fake=
--FILE--
<?php
infusionsoft_fake([]);
infusionsoft_contact_upsert(['email' => 'mary@example.com', 'given_name' => 'Mary']);
$nobody = infusionsoft_recorded();
infusionsoft_fake(['listContacts' => ['contacts' => [['id' => '7', 'given_name' => 'Ann', 'email_addresses' => [['field' => 'EMAIL1', 'email' => 'mary@example.com']]]]]]);
infusionsoft_contact_upsert(['email' => 'mary@example.com', 'given_name' => 'Mary']);
foreach ([...$nobody, ...infusionsoft_recorded()] as $request) {
    echo "$request[operation] $request[path] ", json_encode($request['body'] ?? null), "\n";
}
?>
--EXPECT--
listContacts /rest/v2/contacts null
createContact /rest/v2/contacts {"given_name":"Mary","email_addresses":[{"email":"mary@example.com","field":"EMAIL1"}]}
listContacts /rest/v2/contacts null
updateContact /rest/v2/contacts/7 {"given_name":"Mary"}
