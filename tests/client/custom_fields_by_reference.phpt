--TEST--
Custom fields that are given by reference are sent as they were given, even if they change during the call for the contact model
--INI--
infusionsoft.fake=
--FILE--
<?php
infusionsoft_fake(['retrieveContactModel' => ['custom_fields' => [['id' => '3', 'label' => 'Colour'], ['id' => '4', 'label' => 'Size']]]]);
foreach (['create' => infusionsoft_contact_create(...), 'update' => fn (array $contact) => infusionsoft_contact_update(7, $contact)] as $label => $call) {
    $fields = ['Colour' => strtolower('RED'), 'Size' => strtolower('XL')];
    infusionsoft_logger(function () use (&$fields): void {
        $fields = null;
        $fields = ['Colour' => strtolower('BLUE'), 'Length' => strtolower('LONG')]; // takes the memory of the old array, should it have been freed
        infusionsoft_logger(null);
    });
    $call(['email' => 'mary@example.com', 'custom_fields' => &$fields]);
    $sent = infusionsoft_recorded();
    echo "$label: ", json_encode(end($sent)['body']['custom_fields']), "\n";
}
?>
--EXPECT--
create: [{"id":"3","content":"red"},{"id":"4","content":"xl"}]
update: [{"id":"3","content":"red"},{"id":"4","content":"xl"}]
