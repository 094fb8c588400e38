--TEST--
Lists of v1 are read by offset until a page is empty; a bare list is one page
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$reply = fn (array $body) => $keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 200, 'body' => $body]);
$reply(['appointments' => [['id' => 1], ['id' => 2]], 'count' => 3, 'next' => 'https://elsewhere.example/v1?offset=2']);
$reply(['appointments' => [['id' => 3]], 'count' => 3, 'next' => 'https://elsewhere.example/v1?offset=4']);
$reply(['appointments' => [], 'count' => 3, 'next' => 'https://elsewhere.example/v1?offset=6']);
$each = infusionsoft_each('listAppointmentsUsingGET', ['contact_id' => 7]);
foreach ($each as $appointment) {
    echo $appointment['id'], ' ', json_encode($each->position()), "\n";
}
$reply(['appointments' => [['id' => 9]], 'count' => 9]);
echo json_encode(iterator_to_array(infusionsoft_each('listAppointmentsUsingGET', ['offset' => '8']))), "\n";
$reply(['contact.add', 'contact.edit']);
echo json_encode(iterator_to_array(infusionsoft_each('list_hook_event_types'))), "\n";
foreach ($keap->journal('/crm') as $request) {
    echo $request['path'], ' ', json_encode(array_map('current', $request['query'])), "\n";
}
?>
--EXPECT--
1 []
2 []
3 {"offset":2}
[{"id":9}]
["contact.add","contact.edit"]
/crm/rest/v1/appointments {"contact_id":"7"}
/crm/rest/v1/appointments {"contact_id":"7","offset":"2"}
/crm/rest/v1/appointments {"contact_id":"7","offset":"3"}
/crm/rest/v1/appointments {"offset":"8"}
/crm/rest/v1/hooks/event_keys []
