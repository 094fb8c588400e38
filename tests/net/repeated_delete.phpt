--TEST--
A DELETE that meets 404 has succeeded if it was repeated, and failed if it was not
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$delete = function (string $name, array $rule) use ($keap) {
    $id = infusionsoft_contact_create(['email' => 'a@b'])['id'];
    $keap->fault(['method' => 'DELETE', 'path' => '/crm'] + $rule);
    echo "$name: ", outcome(fn () => infusionsoft_request('DELETE', "/rest/v2/contacts/$id")), "\n";
};
$delete('reply lost', ['action' => 'hangup', 'at' => 'after']);
$delete('504, though it was done', ['action' => 'status', 'status' => 504, 'act' => true]);
var_dump($keap->state()['contacts']);

echo 'not there: ', outcome(fn () => infusionsoft_request('DELETE', '/rest/v2/contacts/7')), "\n";
// What Keap refused it did not do.
$keap->fault(['method' => 'DELETE', 'path' => '/crm', 'action' => 'spike', 'retry_after' => 0]);
echo 'throttled, and not there: ', outcome(fn () => infusionsoft_request('DELETE', '/rest/v2/contacts/7')), "\n";
// Only for DELETE.
$keap->fault(['method' => 'GET', 'path' => '/crm', 'action' => 'status', 'status' => 504]);
echo 'GET: ', outcome(fn () => infusionsoft_contact_get(7)), "\n";
var_dump($keap->violations());
?>
--EXPECT--
reply lost: null
504, though it was done: null
array(0) {
}
not there: ApiException 404 NOT_FOUND
throttled, and not there: ApiException 404 NOT_FOUND
GET: ApiException 404 NOT_FOUND
array(0) {
}
