--TEST--
Every operation with an address wants the country of a region, as three letters
--FILE--
<?php
require __DIR__ . '/../keap/outcome.inc';

infusionsoft_fake([]);
foreach ([
    ['createContact', ['addresses' => [['region' => 'Arizona']]]],
    ['createCompany', ['company_name' => 'Chan', 'address' => ['region_code' => 'US-AZ']]],
    ['createCompany', ['company_name' => 'Chan', 'address' => ['region_code' => 'US-AZ', 'country_code' => 'US']]],
    ['updateSubscription', ['subscription_id' => 1, 'shipping_address' => ['region_code' => 'US-AZ']]],
    ['createOrder', ['shipping_address' => ['region' => 'Arizona']]],
    ['createOrder', ['shipping_address' => ['country_code' => 'Germany']]],
] as [$operation, $parameters]) {
    echo outcome(fn () => infusionsoft_call($operation, $parameters)), "\n";
}
var_dump(infusionsoft_recorded());
?>
--EXPECT--
ValueError: Argument #2 ($parameters) createContact.addresses[0].country_code is required where a region is given (three letters, such as USA)
ValueError: Argument #2 ($parameters) createCompany.address.country_code is required where a region is given (three letters, such as USA)
ValueError: Argument #2 ($parameters) createCompany.address.country_code must be a country's code of three letters, such as USA, "US" given; did you mean "USA"?
ValueError: Argument #2 ($parameters) updateSubscription.shipping_address.country_code is required where a region is given (three letters, such as USA)
ValueError: Argument #2 ($parameters) createOrder.shipping_address.country_code is required where a region is given (three letters, such as USA)
ValueError: Argument #2 ($parameters) createOrder.shipping_address.country_code must be a country's code of three letters, such as USA, "Germany" given; did you mean "DEU"?
array(0) {
}
