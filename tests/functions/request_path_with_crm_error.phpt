--TEST--
A path that begins with /crm is refused, and the message names the right one
--FILE--
<?php
require __DIR__ . '/../keap/outcome.inc';

infusionsoft_fake([]);
foreach (['/crm/rest/v2/contacts', '/crm', '/crm/', '/crm/rest/v1/x?y=1', '/crm/rest/v1/x#y', '/crm?y=1', '/crm/?y=1', '/crmx/rest'] as $path) {
    echo outcome(fn () => infusionsoft_request('GET', $path)), "\n";
}
?>
--EXPECT--
ValueError: Argument #2 ($path) must not begin with /crm, which infusionsoft.base_url holds already: write "/rest/v2/contacts"
ValueError: Argument #2 ($path) must not begin with /crm, which infusionsoft.base_url holds already: write "/rest/v2/contacts"
ValueError: Argument #2 ($path) must not begin with /crm, which infusionsoft.base_url holds already: write "/rest/v2/contacts"
ValueError: Argument #2 ($path) must not begin with /crm, which infusionsoft.base_url holds already: write "/rest/v1/x"
ValueError: Argument #2 ($path) must not begin with /crm, which infusionsoft.base_url holds already: write "/rest/v1/x"
ValueError: Argument #2 ($path) must not begin with /crm, which infusionsoft.base_url holds already: write "/rest/v2/contacts"
ValueError: Argument #2 ($path) must not begin with /crm, which infusionsoft.base_url holds already: write "/rest/v2/contacts"
null
