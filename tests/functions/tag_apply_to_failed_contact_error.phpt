--TEST--
A contact that Keap could not tag, or does not mention, is an ApiException with all outcomes
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$tag = $keap->tag('Customer');
infusionsoft_contact_create(['email' => 'mary@example.com']);
infusionsoft_contact_create(['email' => 'ann@example.com']);

function failed(int|string $tag, array $contacts): void
{
    try {
        infusionsoft_tag_apply($tag, $contacts);
    } catch (Infusionsoft\ApiException $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
        echo json_encode([$error->status, $error->errorCode, $error->results]), "\n";
    }
}

failed($tag, [1001, 7777, 1002]);
foreach ([
    ['results' => ['1001' => 'SUCCESS']],
    ['results' => ['1001' => 'SUCCESS', '1002' => null]],
    ['results' => ['1001' => 'SUCCESS', '1002' => '']],
    ['results' => ['1001' => 'SUCCESS', '1002' => 'FAILURE', '1003' => 'SUCCESS']],
    ['results' => null],
    ['results' => 'SUCCESS'],
    [],
] as $body) {
    $keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 200, 'body' => $body ?: '{}']);
    failed($tag, [1001, 1002]);
}
// A message names the first failed contacts only.
try {
    infusionsoft_tag_apply($tag, range(1, 120));
} catch (Infusionsoft\ApiException $error) {
    echo $error->getMessage(), "\n";
    var_dump($error->results === array_fill_keys(range(1, 120), 'CONTACT_NOT_FOUND'));
}
var_dump($keap->violations());
?>
--EXPECT--
Infusionsoft\ApiException: Keap could not apply tag 101 to 1 of 3 contacts: 7777 (CONTACT_NOT_FOUND)
[200,null,{"1001":"SUCCESS","7777":"CONTACT_NOT_FOUND","1002":"SUCCESS"}]
Infusionsoft\ApiException: Keap could not apply tag 101 to 1 of 2 contacts: 1002 (missing from Keap's reply)
[200,null,{"1001":"SUCCESS"}]
Infusionsoft\ApiException: Keap could not apply tag 101 to 1 of 2 contacts: 1002 (missing from Keap's reply)
[200,null,{"1001":"SUCCESS"}]
Infusionsoft\ApiException: Keap could not apply tag 101 to 1 of 2 contacts: 1002 ()
[200,null,{"1001":"SUCCESS","1002":""}]
Infusionsoft\ApiException: Keap could not apply tag 101 to 1 of 2 contacts: 1002 (FAILURE)
[200,null,{"1001":"SUCCESS","1002":"FAILURE"}]
Infusionsoft\ApiException: Keap could not apply tag 101 to 2 of 2 contacts: 1001 (missing from Keap's reply), 1002 (missing from Keap's reply)
[200,null,[]]
Infusionsoft\ApiException: Keap could not apply tag 101 to 2 of 2 contacts: 1001 (missing from Keap's reply), 1002 (missing from Keap's reply)
[200,null,[]]
Infusionsoft\ApiException: Keap could not apply tag 101 to 2 of 2 contacts: 1001 (missing from Keap's reply), 1002 (missing from Keap's reply)
[200,null,[]]
Keap could not apply tag 101 to 120 of 120 contacts: 1 (CONTACT_NOT_FOUND), 2 (CONTACT_NOT_FOUND), 3 (CONTACT_NOT_FOUND), 4 (CONTACT_NOT_FOUND), 5 (CONTACT_NOT_FOUND), …
bool(true)
array(0) {
}
