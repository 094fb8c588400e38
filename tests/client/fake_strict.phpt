--TEST--
infusionsoft.fake is "strict" until the end of the request: a script can begin it and cannot end it, and calls need a reply in the fake
--INI--
infusionsoft.fake=
infusionsoft.store_path=/nowhere
--FILE--
<?php
require __DIR__ . '/../keap/outcome.inc';

var_dump(ini_set('infusionsoft.fake', 'loose'), ini_set('infusionsoft.fake', 'Strict'), ini_set('infusionsoft.fake', ''));
var_dump(ini_set('infusionsoft.fake', 'strict'), ini_set('infusionsoft.fake', ''), ini_set('infusionsoft.fake', 'strict'));
ini_restore('infusionsoft.fake');
var_dump(ini_get('infusionsoft.fake'));

$calls = fn () => outcomes([
    'operation' => fn () => infusionsoft_contact_get(7)['id'],
    'no operation' => fn () => infusionsoft_request('POST', '/rest/v2/brand/new'),
    'code' => fn () => infusionsoft_authorize('code', 'https://example.com/cb')['state'],
    'token' => fn () => infusionsoft_token_import(['api_key' => 'x'])['state'],
]);
foreach ([
    'none' => null,
    'of all' => [],
    'of another operation' => ['createContact' => ['id' => '7']],
    'of the operation' => ['getContact' => ['id' => '8']],
    'of the request' => ['GET /rest/v2/contacts/7' => ['id' => '9']],
    'of the rest' => ['createContact' => ['id' => '7'], '*' => ['id' => '10']],
    'sequence' => [['id' => '11'], null],
    'callable' => fn () => ['id' => '12'],
    'none again' => null,
] as $what => $fake) {
    echo "# $what\n";
    infusionsoft_fake($fake);
    $calls();
}
?>
--EXPECT--
bool(false)
bool(false)
string(0) ""
string(0) ""
bool(false)
string(6) "strict"
string(6) "strict"
# none
operation: Error: infusionsoft.fake is "strict", and no fake is on: GET /rest/v2/contacts/7 is not sent; give it a reply by infusionsoft_fake(['getContact' => ...])
no operation: Error: infusionsoft.fake is "strict", and no fake is on: POST /rest/v2/brand/new is not sent; give it a reply by infusionsoft_fake(['POST /rest/v2/brand/new' => ...])
code: Error: infusionsoft.fake is "strict", and no fake is on: infusionsoft_authorize() does nothing; begin the test with infusionsoft_fake([])
token: Error: infusionsoft.fake is "strict", and no fake is on: infusionsoft_token_import() does nothing; begin the test with infusionsoft_fake([])
# of all
operation: "7"
no operation: null
code: "valid"
token: "valid"
# of another operation
operation: Error: infusionsoft.fake is "strict", and the fake has no reply for this call: GET /rest/v2/contacts/7 is not sent; give it a reply by infusionsoft_fake(['getContact' => ...])
no operation: Error: infusionsoft.fake is "strict", and the fake has no reply for this call: POST /rest/v2/brand/new is not sent; give it a reply by infusionsoft_fake(['POST /rest/v2/brand/new' => ...])
code: "valid"
token: "valid"
# of the operation
operation: "8"
no operation: Error: infusionsoft.fake is "strict", and the fake has no reply for this call: POST /rest/v2/brand/new is not sent; give it a reply by infusionsoft_fake(['POST /rest/v2/brand/new' => ...])
code: "valid"
token: "valid"
# of the request
operation: "9"
no operation: Error: infusionsoft.fake is "strict", and the fake has no reply for this call: POST /rest/v2/brand/new is not sent; give it a reply by infusionsoft_fake(['POST /rest/v2/brand/new' => ...])
code: "valid"
token: "valid"
# of the rest
operation: "10"
no operation: {"id":"10"}
code: "valid"
token: "valid"
# sequence
operation: "11"
no operation: null
code: "valid"
token: "valid"
# callable
operation: "12"
no operation: {"id":"12"}
code: "valid"
token: "valid"
# none again
operation: Error: infusionsoft.fake is "strict", and no fake is on: GET /rest/v2/contacts/7 is not sent; give it a reply by infusionsoft_fake(['getContact' => ...])
no operation: Error: infusionsoft.fake is "strict", and no fake is on: POST /rest/v2/brand/new is not sent; give it a reply by infusionsoft_fake(['POST /rest/v2/brand/new' => ...])
code: Error: infusionsoft.fake is "strict", and no fake is on: infusionsoft_authorize() does nothing; begin the test with infusionsoft_fake([])
token: Error: infusionsoft.fake is "strict", and no fake is on: infusionsoft_token_import() does nothing; begin the test with infusionsoft_fake([])
