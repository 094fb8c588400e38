--TEST--
An object in a contact becomes what it stands for: a date, the value of an enum, its text or its JSON
--FILE--
<?php
require __DIR__ . '/objects.inc';
infusionsoft_fake(['createContact' => ['id' => '1'], 'updateContact' => ['id' => '1']]);
$bodies = fn () => print json_encode(infusionsoft_recorded()[count(infusionsoft_recorded()) - 1]['body'], JSON_UNESCAPED_SLASHES) . "\n";

infusionsoft_contact_create([
    'email' => new Text('mary@example.com'),
    'birth_date' => midnight(),
    'anniversary_date' => new DateTime('1999-12-31 23:59:59 -08:00'),
    'preferred_locale' => Language::English,
    'given_name' => new Both(),
    'family_name' => new Json('Chan'),
    'middle_name' => new Json(null),
    'owner_id' => Level::Gold,
    'addresses' => new Json([new Json(['line1' => new Text('1 Main St'), 'field' => 'BILLING'])]),
]);
$bodies();
// The class of a script cannot change what its date is.
infusionsoft_contact_update(1, ['birth_date' => new class('2026-02-03') extends DateTime {
    public function format($format): string
    {
        return 'nonsense';
    }
}]);
$bodies();
?>
--EXPECT--
{"birth_date":"2026-01-31","anniversary_date":"1999-12-31","preferred_locale":"en_US","given_name":"text","family_name":"Chan","owner_id":"3","addresses":[{"line1":"1 Main St","field":"BILLING"}],"email_addresses":[{"email":"mary@example.com","field":"EMAIL1"}]}
{"birth_date":"2026-02-03"}
