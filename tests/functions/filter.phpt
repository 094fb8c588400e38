--TEST--
A filter can be an array of conditions
--FILE--
<?php
require __DIR__ . '/objects.inc';
infusionsoft_fake(['listContacts' => ['contacts' => []], 'listTags' => ['tags' => []], 'listOrders' => ['orders' => []], 'listPayments' => ['payments' => []], 'listPaginatedUsers' => ['users' => []], 'listShippingDiscounts' => ['discounts' => []]]);
$filter = function (string $operation, mixed $filter): void {
    iterator_to_array(infusionsoft_each($operation, ['filter' => $filter]));
    infusionsoft_call($operation, ['filter' => $filter]);
    [$each, $call] = array_slice(infusionsoft_recorded(), -2);
    echo $each['query']['filter'], $each['query']['filter'] === $call['query']['filter'] ? '' : ' DIFFERS', "\n";
};
$filter('listContacts', ['email' => 'mary@example.com', 'given_name' => "Mary Ann O'Brien, Jr."]);
$filter('listContacts', ['company_id' => 7, 'family_name' => new Text('Chan'), 'contact_id' => Level::Gold]);
$filter('listContacts', ['start_update_time' => midnight(), 'end_update_time' => '2026-02-01T00:00:00Z']);
$filter('listContacts', ['ids' => [1, '2', Level::Gold], 'phone_fields' => 'PHONE1', 'billing_address_country_code' => 'DEU']);
$filter('listContacts', new Json(['email' => 'mary@example.com']));
$filter('listContacts', ['city' => 'Chandler', 'custom_fields' => ['Score0' => 100, '_Seen' => midnight(), 'Vip' => true]]);
$filter('listOrders', ['paid' => false, 'product_id' => 1]);
$filter('listPaginatedUsers', ['include_inactive' => true, 'user_ids' => [12]]);
$filter('listShippingDiscounts', ['discount_value' => 4.5]);
// A string stays what it is.
$filter('listContacts', 'given_name==Mar*;contact_id>5');
?>
--EXPECT--
email==mary@example.com;given_name==Mary Ann O'Brien, Jr.
company_id==7;family_name==Chan;contact_id==3
start_update_time==2026-01-30T11:30:00.123Z;end_update_time==2026-02-01T00:00:00Z
ids==1,2,3;phone_fields==PHONE1;billing_address_country_code==DEU
email==mary@example.com
city==Chandler;Score0==100;_Seen==2026-01-30T11:30:00.123Z;Vip==1
paid==false;product_id==1
include_inactive==true;user_ids==12
discount_value==4.5
given_name==Mar*;contact_id>5
