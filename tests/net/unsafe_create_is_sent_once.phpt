--TEST--
A create without duplicate_option is never sent twice, although libcurl would repeat it
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

// A kept connection that dies before the first byte of the reply: libcurl takes it for one that was dead already.
$keap->authorize();
$post = 'POST /crm/rest/v2/contacts';
foreach (['abrupt', 'clean', 'reset'] as $close) {
    infusionsoft_contact_find('a@b');
    $sent = $keap->count($post);
    $keap->fault(['method' => 'POST', 'path' => '/crm', 'action' => 'hangup', 'at' => 'reused', 'close' => $close]);
    echo "$close: ", outcome(fn () => infusionsoft_contact_create(['email' => 'a@b']));
    echo ', requests: ', $keap->count($post) - $sent, "\n";
}
// The same for a request without a body, which libcurl always sends again.
infusionsoft_contact_find('a@b');
$keap->fault(['method' => 'POST', 'path' => '/crm/rest/v2/x', 'action' => 'hangup']);
echo outcome(fn () => infusionsoft_request('POST', '/rest/v2/x')), ', requests: ', $keap->count('POST /crm/rest/v2/x'), "\n";
var_dump(count($keap->state()['contacts']), $keap->violations());
?>
--EXPECT--
abrupt: TransportException, may have been sent, requests: 1
clean: TransportException, may have been sent, requests: 1
reset: TransportException, may have been sent, requests: 1
TransportException, may have been sent, requests: 1
int(0)
array(0) {
}
