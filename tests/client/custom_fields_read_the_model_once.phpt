--TEST--
Names and times among the custom fields of one record read Keap's model once, and user code in objects runs once
--FILE--
<?php
require __DIR__ . '/../functions/objects.inc';

$model = ['custom_fields' => [['id' => '7', 'label' => 'Renewal', 'field_type' => 'DATE'], ['id' => '8', 'label' => 'Colour', 'field_type' => 'TEXT']]];
$methods = fn () => implode(' ', array_map(fn (array $request) => "$request[method] $request[path]", infusionsoft_recorded()));
$counted = new class implements JsonSerializable {
    public int $calls = 0;

    public function jsonSerialize(): mixed
    {
        $this->calls++;
        return 'red';
    }
};
$fields = ['Renewal' => midnight(), 'colour' => $counted];
foreach ([
    fn () => infusionsoft_contact_create(['phone' => $counted, 'custom_fields' => $fields]),
    fn () => infusionsoft_call('createContact', ['custom_fields' => $fields]),
    fn () => infusionsoft_call('createOrder', ['body' => ['contact_id' => 1, 'order_time' => midnight(), 'order_title' => 'A', 'order_type' => 'ONLINE', 'order_items' => [['product_id' => 1, 'quantity' => 1]], 'custom_fields' => $fields]]),
] as $call) {
    infusionsoft_fake(['retrieveContactModel' => $model, 'retrieveOrderCustomFieldModel' => $model, '*' => ['id' => '1']]);
    $counted->calls = 0;
    $call();
    $sent = infusionsoft_recorded();
    echo $methods(), ' ', json_encode(end($sent)['body']['custom_fields']), " calls: $counted->calls\n";
}
?>
--EXPECT--
GET /rest/v2/contacts/model POST /rest/v2/contacts [{"id":"7","content":"2026-01-31"},{"id":"8","content":"red"}] calls: 2
GET /rest/v2/contacts/model POST /rest/v2/contacts [{"id":"7","content":"2026-01-31"},{"id":"8","content":"red"}] calls: 1
GET /rest/v2/orders/model POST /rest/v2/orders [{"id":"7","content":"2026-01-31"},{"id":"8","content":"red"}] calls: 1
