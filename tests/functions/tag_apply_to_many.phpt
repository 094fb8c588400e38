--TEST--
More than 100 contacts are sent in parts of 100; the outcomes are one map in the given order
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$reply = fn (array $ids, string $outcome) => $keap->fault([
    'path' => '/crm',
    'action' => 'status',
    'status' => 200,
    'body' => ['results' => array_fill_keys($ids, $outcome)],
]);
$ids = range(9000, 9249);
shuffle($ids);
foreach (array_chunk($ids, 100) as $part) {
    $reply($part, 'SUCCESS');
}
var_dump(infusionsoft_tag_apply(101, $ids) === array_fill_keys($ids, 'SUCCESS'));
$sent = array_column(array_column($keap->journal(), 'body'), 'contact_ids');
echo json_encode(array_map('count', $sent)), "\n";
var_dump(array_merge(...$sent) === array_map('strval', $ids));

// 100 different ids are one part.
$reply(range(1, 100), 'DUPLICATE');
var_dump(count(infusionsoft_tag_apply(101, [...range(1, 100), ...range(1, 100)])), count($keap->journal()));
?>
--EXPECT--
bool(true)
[100,100,50]
bool(true)
int(100)
int(4)
