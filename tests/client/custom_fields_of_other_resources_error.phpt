--TEST--
infusionsoft_call() refuses a custom field that the resource does not have; other mistakes are found before Keap is asked
--FILE--
<?php
infusionsoft_fake([
    'retrieveOrderCustomFieldModel' => ['custom_fields' => [['id' => '1', 'label' => 'Colour'], ['id' => '2', 'label' => 'Size'], ['id' => '3', 'label' => 'size']]],
]);
function refused(string $operation, array $parameters): void
{
    $before = count(infusionsoft_recorded());
    try {
        infusionsoft_call($operation, $parameters);
        echo "sent\n";
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
    echo '  ', implode(', ', array_column(array_slice(infusionsoft_recorded(), $before), 'operation')), "\n";
}
refused('updateOrder', ['order_id' => 1, 'custom_fields' => ['Color' => 'red']]);
refused('updateOrder', ['order_id' => 1, 'custom_fields' => ['SIZE' => 'L']]);
refused('updateOrder', ['order_id' => 1, 'custom_fields' => [1 => 'red', 'Colour' => 'blue']]);
refused('updateOrder', ['order_id' => 1, 'body' => ['custom_fields' => ['Color' => 'red']]]);
refused('updateOrder', ['custom_fields' => ['Colour' => 'red']]);
refused('updateOrder', ['order_id' => 1, 'order_titel' => 'A', 'custom_fields' => ['Colour' => 'red']]);
refused('updateTag', ['tag_id' => 1, 'custom_fields' => ['Colour' => 'red']]);
infusionsoft_fake(['retrieveOrderCustomFieldModel' => 503]);
refused('updateOrder', ['order_id' => 1, 'custom_fields' => ['Colour' => 'red']]);
?>
--EXPECT--
ValueError: infusionsoft_call(): Argument #2 ($parameters) order.custom_fields has "Color", and Keap has no custom field of that name; did you mean "Colour"?
  retrieveOrderCustomFieldModel
ValueError: infusionsoft_call(): Argument #2 ($parameters) order.custom_fields has "SIZE", and Keap has several custom fields of that name: give the id, 2 or 3
  retrieveOrderCustomFieldModel
ValueError: infusionsoft_call(): Argument #2 ($parameters) order.custom_fields has custom field 1 twice, the second time as "Colour"
  retrieveOrderCustomFieldModel
ValueError: infusionsoft_call(): Argument #2 ($parameters) order.custom_fields has "Color", and Keap has no custom field of that name; did you mean "Colour"?
  retrieveOrderCustomFieldModel
ValueError: infusionsoft_call(): Argument #2 ($parameters) needs order_id
  
ValueError: infusionsoft_call(): Argument #2 ($parameters) updateOrder has no parameter "order_titel"; did you mean "order_title"?
  
ValueError: infusionsoft_call(): Argument #2 ($parameters) updateTag has no parameter "custom_fields"
  
Infusionsoft\ApiException: Keap answered 503 to GET /rest/v2/orders/model
  retrieveOrderCustomFieldModel
