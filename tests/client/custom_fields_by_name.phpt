--TEST--
Custom fields may be given by their names in the contact model, which one process fetches for all processes
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$show = fn (array $contact) => print json_encode($contact['custom_fields']) . "\n";
$contact = ['email' => 'mary@example.com'];
$show(infusionsoft_contact_create($contact + ['custom_fields' => ['Favourite colour' => 'red', 13 => 7]]));
$show(infusionsoft_contact_create($contact + ['custom_fields' => ['favourite COLOUR' => 'red', '_Points' => 8, 'Newsletter' => null]]));
$models = fn (): int => $keap->count('GET /crm/rest/v2/contacts/model');
echo "asked for the model {$models()} times\n";
$again = ['custom_fields' => ['Favourite colour' => 'blue', '_Points' => 9]];
$show(infusionsoft_contact_create($contact + $again));
echo $keap->php('echo json_encode(infusionsoft_contact_create(' . var_export($contact + $again, true) . ')["custom_fields"]), "\n";');
echo "asked for the model {$models()} times\n";
// Custom fields in Keap's own shape are sent unchanged.
$show(infusionsoft_contact_create($contact + ['custom_fields' => [['id' => '15', 'content' => 'S']]]));

// After Keap rejects a call the cached ids are dropped, since a name may belong to another field now.
$keap->fault(['path' => '/crm/rest/v2/contacts', 'method' => 'POST', 'action' => 'status', 'status' => 400, 'body' => ['message' => 'no']]);
try {
    infusionsoft_contact_create($contact + $again);
} catch (Infusionsoft\ApiException) {
}
infusionsoft_contact_create($contact + $again);
echo "asked for the model {$models()} times\n";
var_dump($keap->violations());
?>
--EXPECT--
[{"id":"13","content":7},{"id":"11","content":"red"}]
[{"id":"11","content":"red"},{"id":"13","content":8}]
asked for the model 2 times
[{"id":"11","content":"blue"},{"id":"13","content":9}]
[{"id":"11","content":"blue"},{"id":"13","content":9}]
asked for the model 2 times
[{"id":"15","content":"S"}]
asked for the model 3 times
array(0) {
}
