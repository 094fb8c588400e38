--TEST--
company, origin and utm_parameters are merged by member: what is not given stays, and what changes nothing sends nothing
--INI--
infusionsoft.fake=
--FILE--
<?php
$mary = ['id' => '7', 'email_addresses' => [['field' => 'EMAIL1', 'email' => 'mary@example.com']]];
$change = function (array $held, array $given) use ($mary): void {
    infusionsoft_fake(['listContacts' => ['contacts' => [$mary + $held]], 'getContact' => $mary + $held]);
    infusionsoft_contact_upsert(['email' => 'mary@example.com'] + $given);
    infusionsoft_contact_update(7, $given);
    echo json_encode($given), "\n";
    foreach (infusionsoft_recorded() as $request) {
        if ($request['method'] === 'PATCH') {
            echo '    ', implode(',', (array) $request['query']['update_mask']), ' ', json_encode($request['body']), "\n";
        }
    }
};
echo "company\n";
$company = ['company' => ['id' => '5', 'company_name' => 'Chan']];
$change($company, ['company' => ['company_name' => 'New']]);
$change($company, ['company' => ['company_name' => 'CHAN ']]);
$change($company, ['company' => ['id' => 6]]);
$change($company, ['company' => ['id' => 5]]);
$change($company, ['company' => ['id' => 6, 'company_name' => 'New']]);
$change(['company' => ['id' => '5']], ['company' => ['company_name' => 'Chan']]);
$change([], ['company' => ['company_name' => 'Chan']]);
$change($company, ['company' => ['company_name' => null]]);
$change($company, ['company' => ['id' => null, 'company_name' => null]]);
$change($company, ['company' => []]);
$change($company, ['company' => null]);
echo "utm_parameters\n";
$replied = ['utm_parameters' => [
    ['id' => 1, 'keapSourceId' => '3', 'utmSource' => 'news', 'utmMedium' => 'mail', 'firstTouch' => false, 'lastTouch' => true],
    ['id' => 2, 'keapSourceId' => '3', 'utmSource' => 'old', 'utmTerm' => 't', 'firstTouch' => true, 'lastTouch' => false],
]];
$change($replied, ['utm_parameters' => ['keap_source_id' => 3, 'utm_source' => 'news']]);
$change($replied, ['utm_parameters' => ['keap_source_id' => '3', 'utm_source' => 'ads']]);
$change($replied, ['utm_parameters' => ['keap_source_id' => '4', 'utm_source' => 'ads']]);
$change(['utm_parameters' => [['utmSource' => 'news', 'utmMedium' => 'mail']]], ['utm_parameters' => ['keap_source_id' => '3', 'utm_source' => 'news']]);
$change(['utm_parameters' => ['keap_source_id' => '3', 'utm_medium' => 'mail']], ['utm_parameters' => ['keap_source_id' => '3', 'utm_source' => 'news']]);
echo "origin\n";
$change(['origin' => ['ip_address' => '192.0.2.1', 'date' => '2026-01-31T00:00:00Z']], ['origin' => ['ip_address' => '192.0.2.1']]);
?>
--EXPECT--
company
{"company":{"company_name":"New"}}
    company {"company":{"company_name":"New"}}
    company {"company":{"company_name":"New"}}
{"company":{"company_name":"CHAN "}}
    company {"company":{"id":"5","company_name":"CHAN "}}
    company {"company":{"id":"5","company_name":"CHAN "}}
{"company":{"id":6}}
    company {"company":{"id":"6"}}
    company {"company":{"id":"6"}}
{"company":{"id":5}}
    company {"company":{"id":"5","company_name":"Chan"}}
{"company":{"id":6,"company_name":"New"}}
    company {"company":{"id":"6","company_name":"New"}}
    company {"company":{"id":"6","company_name":"New"}}
{"company":{"company_name":"Chan"}}
    company {"company":{"id":"5","company_name":"Chan"}}
    company {"company":{"id":"5","company_name":"Chan"}}
{"company":{"company_name":"Chan"}}
    company {"company":{"company_name":"Chan"}}
    company {"company":{"company_name":"Chan"}}
{"company":{"company_name":null}}
    company {"company":{"id":"5"}}
{"company":{"id":null,"company_name":null}}
    company []
{"company":[]}
{"company":null}
    company []
utm_parameters
{"utm_parameters":{"keap_source_id":3,"utm_source":"news"}}
    utm_parameters {"utm_parameters":{"keap_source_id":"3","utm_source":"news","utm_medium":"mail"}}
{"utm_parameters":{"keap_source_id":"3","utm_source":"ads"}}
    utm_parameters {"utm_parameters":{"keap_source_id":"3","utm_source":"ads","utm_medium":"mail"}}
    utm_parameters {"utm_parameters":{"keap_source_id":"3","utm_source":"ads","utm_medium":"mail"}}
{"utm_parameters":{"keap_source_id":"4","utm_source":"ads"}}
    utm_parameters {"utm_parameters":{"keap_source_id":"4","utm_source":"ads"}}
    utm_parameters {"utm_parameters":{"keap_source_id":"4","utm_source":"ads"}}
{"utm_parameters":{"keap_source_id":"3","utm_source":"news"}}
    utm_parameters {"utm_parameters":{"utm_source":"news","utm_medium":"mail","keap_source_id":"3"}}
{"utm_parameters":{"keap_source_id":"3","utm_source":"news"}}
    utm_parameters {"utm_parameters":{"keap_source_id":"3","utm_medium":"mail","utm_source":"news"}}
    utm_parameters {"utm_parameters":{"keap_source_id":"3","utm_medium":"mail","utm_source":"news"}}
origin
{"origin":{"ip_address":"192.0.2.1"}}
    origin {"origin":{"ip_address":"192.0.2.1"}}
