--TEST--
position() is the page of the current entry, and another iterator can begin there
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
foreach (range(1, 5) as $number) {
    infusionsoft_contact_create(['email' => "c$number@example.com"]);
}
$email = fn (array $contact): string => $contact['email_addresses'][0]['email'];
$query = ['page_size' => 2];
$each = infusionsoft_each('listContacts', $query);
var_dump($each->position(), count($keap->journal('/crm/rest/v2/contacts')));
foreach ($each as $key => $contact) {
    echo $email($contact), ' ', json_encode(array_keys($each->position())), "\n";
    if ($key === 2) {
        break;
    }
}
$rest = infusionsoft_each('listContacts', $each->position() + $query);
echo implode(' ', array_map($email, iterator_to_array($rest))), "\n";

// Between two pages position() is the later page, also when its request fails.
$each->next();
$each->next();
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 400, 'body' => ['message' => 'no']]);
try {
    $each->valid();
} catch (Infusionsoft\ApiException $error) {
    echo "ApiException $error->status\n";
}
echo implode(' ', array_map($email, iterator_to_array(infusionsoft_each('listContacts', $each->position() + $query)))), "\n";
// The page can be requested again.
var_dump($each->valid(), $email($each->current()), $each->key());
?>
--EXPECT--
array(0) {
}
int(5)
c1@example.com []
c2@example.com []
c3@example.com ["page_token"]
c3@example.com c4@example.com c5@example.com
ApiException 400
c5@example.com
bool(true)
string(14) "c5@example.com"
int(4)
