--TEST--
In a batch, infusionsoft_last_reply() is of the job's own last call, and the script keeps its own
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$http2 = true;
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
infusionsoft_contact_create(['email' => 'known@example.com'], 'Email');
$calls = [];
foreach (['new1', 'known', 'new2', 'known', 'new3'] as $name) {
    $calls[] = function () use ($name) {
        $before = infusionsoft_last_reply();
        infusionsoft_contact_create(['email' => "$name@example.com"], 'Email');
        $created = infusionsoft_last_reply()['created'];
        infusionsoft_contact_find("$name@example.com");
        return [$before, $name, $created, infusionsoft_last_reply()['operation']];
    };
}
foreach (infusionsoft_batch($calls) as $result) {
    echo json_encode($result), "\n";
}
echo infusionsoft_last_reply()['operation'], "\n";
?>
--EXPECT--
[null,"new1",true,"listContacts"]
[null,"known",false,"listContacts"]
[null,"new2",true,"listContacts"]
[null,"known",false,"listContacts"]
[null,"new3",true,"listContacts"]
createContact
