--TEST--
infusionsoft_each() returns the entries one by one and requests a page when its first entry is needed
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
foreach (range(1, 5) as $number) {
    infusionsoft_contact_create(['email' => "c$number@example.com", 'given_name' => $number < 5 ? 'Mary' : 'John']);
}
$pages = fn (): int => $keap->count('GET /crm/rest/v2/contacts');
$each = infusionsoft_each('listContacts', ['filter' => 'given_name==Mary', 'page_size' => 2, 'fields' => ['id', 'email_addresses']]);
echo $each::class, ", {$pages()} pages\n";
foreach ($each as $key => $contact) {
    echo "$key: ", $contact['email_addresses'][0]['email'], " after {$pages()} pages\n";
}
var_dump($each->valid(), $each->current(), $each->key(), $pages());

echo "from the beginning: ", count(iterator_to_array($each)), " after {$pages()} pages\n";
$journal = $keap->journal('/crm/rest/v2/contacts');
infusionsoft_each('listContacts')->valid();
infusionsoft_each('listTags', ['page_size' => 7])->valid();
infusionsoft_each('listTags', ['page_size' => null])->valid();
foreach (array_slice($keap->journal('/crm'), count($journal)) as $request) {
    echo json_encode(array_map('current', $request['query'])), "\n";
}
var_dump($keap->violations());
?>
--EXPECT--
Infusionsoft\Each, 0 pages
0: c1@example.com after 1 pages
1: c2@example.com after 1 pages
2: c3@example.com after 2 pages
3: c4@example.com after 2 pages
bool(false)
NULL
NULL
int(2)
from the beginning: 4 after 4 pages
{"page_size":"1000"}
{"page_size":"7"}
{"page_size":"1000"}
array(0) {
}
