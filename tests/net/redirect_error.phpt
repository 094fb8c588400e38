--TEST--
A redirect is not followed
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
foreach ([301, 302, 303, 307, 308] as $status) {
    foreach (["$keap->https/crm/rest/v2/tags", "$keap->http/crm/rest/v2/tags", '/crm/rest/v2/tags'] as $location) {
        $keap->fault(['path' => '/crm', 'action' => 'status', 'status' => $status, 'headers' => ['location' => $location]]);
        $outcomes[] = outcome(fn () => infusionsoft_contact_find('a@b'));
    }
}
echo implode("\n", array_unique($outcomes)), "\n";
echo json_encode($keap->counts()['requests'], JSON_UNESCAPED_SLASHES), "\n";
?>
--EXPECT--
ApiException 301 null
ApiException 302 null
ApiException 303 null
ApiException 307 null
ApiException 308 null
{"GET /crm/rest/v2/contacts":15}
