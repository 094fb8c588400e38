--TEST--
All calls of a process use one connection, also after failures
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$tag = $keap->tag('Customer');
$id = infusionsoft_contact_create(['email' => 'a@b'])['id'];
infusionsoft_tag_apply($tag, $id);
outcome(fn () => infusionsoft_contact_get(7));
outcome(fn () => infusionsoft_contact_create([]));
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 500]);
outcome(fn () => infusionsoft_request('POST', '/rest/v2/contacts', body: []));
infusionsoft_request('DELETE', "/rest/v2/contacts/$id");

$counts = $keap->counts();
var_dump($counts['handshakes'], $counts['connections'], array_sum($counts['requests']), $counts['violations']);
?>
--EXPECT--
int(1)
int(1)
int(5)
int(0)
