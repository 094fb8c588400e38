--TEST--
infusionsoft_call() calls appointments and REST hooks of v1 like operations of v2
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 200, 'body' => '{}', 'times' => 0]);
$times = ['start_date' => '2026-11-24T10:00:00Z', 'end_date' => '2026-11-24T11:00:00Z'];
infusionsoft_call('createAppointmentUsingPOST', ['title' => 'Call Mary', 'contact_id' => '7'] + $times);
infusionsoft_call('updatePropertiesOnAppointmentUsingPATCH', ['appointmentId' => 3, 'location' => 'Austin']);
infusionsoft_call('deleteAppointmentUsingDELETE', ['appointmentId' => '3']);
infusionsoft_call('createAppointmentCustomFieldUsingPOST', ['label' => 'Room', 'field_type' => 'Dropdown',
    'options' => [['label' => 'A', 'options' => [['label' => 'A1', 'options' => []]]]]]);
infusionsoft_call('create_a_hook_subscription', ['eventKey' => 'contact.add', 'hookUrl' => 'https://example.com/hook']);
infusionsoft_call('verify_a_hook_subscription_delayed', ['key' => 'k 1', 'X-Hook-Secret' => 'abc']);
foreach ($keap->journal('/crm') as $request) {
    echo "$request[method] $request[path] ", json_encode($request["body"] ?? null), " ", $request['headers']['x-hook-secret'] ?? '', "\n";
}
outcomes([
    'needed' => fn () => infusionsoft_call('createAppointmentUsingPOST', ['title' => 'Call Mary']),
    'type' => fn () => infusionsoft_call('getAppointmentUsingGET', ['appointmentId' => []]),
    'header missing' => fn () => infusionsoft_call('verify_a_hook_subscription_delayed', ['key' => 'k']),
    'header of two lines' => fn () => infusionsoft_call('verify_a_hook_subscription_delayed', ['key' => 'k', 'X-Hook-Secret' => "a\r\nb"]),
    'header misspelt' => fn () => infusionsoft_call('verify_a_hook_subscription_delayed', ['key' => 'k', 'X-Hook-Secrt' => 'a']),
]);
echo count($keap->journal('/crm')), " requests\n";
?>
--EXPECT--
POST /crm/rest/v1/appointments {"title":"Call Mary","contact_id":7,"start_date":"2026-11-24T10:00:00Z","end_date":"2026-11-24T11:00:00Z"} 
PATCH /crm/rest/v1/appointments/3 {"location":"Austin"} 
DELETE /crm/rest/v1/appointments/3 null 
POST /crm/rest/v1/appointments/model/customFields {"label":"Room","field_type":"Dropdown","options":[{"label":"A","options":[{"label":"A1","options":[]}]}]} 
POST /crm/rest/v1/hooks {"eventKey":"contact.add","hookUrl":"https:\/\/example.com\/hook"} 
POST /crm/rest/v1/hooks/k%201/delayedVerify null abc
needed: ValueError: Argument #2 ($parameters) createAppointmentUsingPOST.end_date is required
type: ValueError: Argument #2 ($parameters) appointmentId must be an int or a string, array given
header missing: ValueError: Argument #2 ($parameters) needs X-Hook-Secret
header of two lines: ValueError: Argument #2 ($parameters) X-Hook-Secret must be one line of text: it holds a control character (byte 0x0d at offset 1)
header misspelt: ValueError: Argument #2 ($parameters) verify_a_hook_subscription_delayed has no parameter "X-Hook-Secrt"; did you mean "X-Hook-Secret"?
6 requests
