--TEST--
infusionsoft_call() takes custom fields by name for every resource that has them, from the model of that resource
--INI--
infusionsoft.fake=
--FILE--
<?php
$model = fn (string $first) => ['custom_fields' => [['id' => $first, 'label' => 'Colour'], ['id' => '99', 'label' => 'Höhe', 'field_name' => '_Size']]];
infusionsoft_fake([
    'retrieveContactModel' => $model('11'),
    'retrieveNoteModel' => $model('12'),
    'getAffiliateCustomFields' => $model('13'),
    'retrieveCompanyCustomFieldModel' => $model('14'),
    'retrieveOpportunityCustomFieldModel' => $model('15'),
    'retrieveOrderCustomFieldModel' => $model('16'),
    'retrieveSubscriptionCustomFieldModel' => $model('17'),
    'retrieveTaskModel' => $model('18'),
]);
$fields = ['custom_fields' => ['colour' => 'red', 7 => 'by id', 'HÖHE' => null]];
foreach ([
    'updateContact' => ['contact_id' => 1],
    'updateNote' => ['contact_id' => 1, 'note_id' => 2, 'user_id' => 3],
    'updateAffiliate' => ['id' => 1],
    'updateCompany' => ['company_id' => 1],
    'updateOpportunity' => ['opportunity_id' => 1],
    'updateOrder' => ['order_id' => 1],
    'updateSubscription' => ['subscription_id' => 1],
    'updateTask' => ['task_id' => 1],
] as $operation => $path) {
    try {
        infusionsoft_call($operation, $path + $fields);
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
    $sent = array_slice(infusionsoft_recorded(), -2);
    echo $sent[0]['path'], ' | ', $sent[1]['path'], ' ', json_encode($sent[1]['body']), "\n";
}
echo "only ids, and Keap's own shape: no model\n";
$before = count(infusionsoft_recorded());
infusionsoft_call('updateOrder', ['order_id' => 1, 'custom_fields' => [7 => 'x', 9 => ['a', 'b']]]);
infusionsoft_call('updateOrder', ['order_id' => 1, 'custom_fields' => [['id' => '7', 'content' => 'x']]]);
infusionsoft_call('updateOrder', ['order_id' => 1, 'custom_fields' => []]);
infusionsoft_call('updateOrder', ['order_id' => 1, 'body' => ['order_title' => 'A', 'custom_fields' => [7 => 'x']]]);
foreach (array_slice(infusionsoft_recorded(), $before) as $request) {
    echo json_encode($request['body']), "\n";
}
echo "in a body that is a reference, and changes meanwhile\n";
$body = ['order_title' => str_repeat('A', 3), 'custom_fields' => ['Colour' => strtolower('RED')]];
infusionsoft_logger(function () use (&$body): void {
    $body = null;
    $body = ['order_title' => str_repeat('B', 3)];
    infusionsoft_logger(null);
});
infusionsoft_call('updateOrder', ['order_id' => 1, 'body' => &$body]);
echo json_encode(array_slice(infusionsoft_recorded(), -1)[0]['body']), "\n";
?>
--EXPECT--
/rest/v2/contacts/model | /rest/v2/contacts/1 {"custom_fields":[{"id":"7","content":"by id"},{"id":"11","content":"red"}]}
/rest/v2/notes/model | /rest/v2/contacts/1/notes/2 {"user_id":"3","custom_fields":[{"id":"7","content":"by id"},{"id":"12","content":"red"}]}
/rest/v2/affiliates/model | /rest/v2/affiliates/1 {"custom_fields":[{"id":"7","content":"by id"},{"id":"13","content":"red"}]}
/rest/v2/companies/model | /rest/v2/companies/1 {"custom_fields":[{"id":"7","content":"by id"},{"id":"14","content":"red"}]}
/rest/v2/opportunities/model | /rest/v2/opportunities/1 {"custom_fields":[{"id":"7","content":"by id"},{"id":"15","content":"red"}]}
/rest/v2/orders/model | /rest/v2/orders/1 {"custom_fields":[{"id":"7","content":"by id"},{"id":"16","content":"red"}]}
/rest/v2/subscriptions/model | /rest/v2/subscriptions/1 {"custom_fields":[{"id":"7","content":"by id"},{"id":"17","content":"red"}]}
/rest/v2/tasks/model | /rest/v2/tasks/1 {"custom_fields":[{"id":"7","content":"by id"},{"id":"18","content":"red"}]}
only ids, and Keap's own shape: no model
{"custom_fields":[{"id":"7","content":"x"},{"id":"9","content":["a","b"]}]}
{"custom_fields":[{"id":"7","content":"x"}]}
{"custom_fields":[]}
{"order_title":"A","custom_fields":[{"id":"7","content":"x"}]}
in a body that is a reference, and changes meanwhile
{"order_title":"AAA","custom_fields":[{"id":"16","content":"red"}]}
