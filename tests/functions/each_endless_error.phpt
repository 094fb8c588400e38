--TEST--
A list that never ends, or begins again, ends with an exception; an integer page token is a token
--FILE--
<?php
/** Prints the entries, and how the list ended. */
function walk(string $operation, array $replies, array $parameters = []): Infusionsoft\Each
{
    $turn = 0;
    infusionsoft_fake([$operation => function () use ($replies, &$turn) {
        return $replies[$turn++ % count($replies)];
    }]);
    $each = infusionsoft_each($operation, $parameters);
    $ids = [];
    try {
        foreach ($each as $entry) {
            $ids[] = $entry['id'] ?? json_encode($entry);
        }
        $end = 'the end';
    } catch (Infusionsoft\ApiException $error) {
        $end = "$error->status: " . $error->getMessage();
    }
    echo implode(' ', $ids), " | $end\n  ";
    echo implode(' ', array_map(fn (array $request) => $request['query']['page_token'] ?? $request['query']['offset'] ?? '-', infusionsoft_recorded())), "\n";
    return $each;
}
$page = fn (mixed $id, mixed $token) => ['contacts' => [['id' => $id]], 'next_page_token' => $token];

echo "v2\n";
walk('listContacts', [$page(1, 20), $page(2, 0), $page(3, '')]);
walk('listContacts', [$page(1, 'a'), $page(2, 'a')]);
walk('listContacts', [$page(1, 'a'), $page(2, 'b')]);
walk('listContacts', [$page(1, 'a'), $page(2, 'b'), $page(3, 'c'), $page(4, 'd'), $page(5, 'b')]);
walk('listContacts', [$page(1, 'b'), $page(2, 'a')], ['page_token' => 'a']);
walk('listContacts', [$page(1, false)]);
walk('listContacts', [$page(1, ['x'])]);
walk('listContacts', [$page(1, 1.5)]);
walk('listContacts', [$page(1, null)]);

echo "v1\n";
$v1 = fn (array $ids) => ['appointments' => array_map(fn (int $id) => ['id' => $id], $ids), 'next' => 'https://elsewhere.example/'];
walk('listAppointmentsUsingGET', [$v1([1, 2])]);
walk('listAppointmentsUsingGET', [$v1([1, 2]), $v1([2, 3]), $v1([2, 3])]);
walk('listAppointmentsUsingGET', [$v1([1]), $v1([2]), $v1([])]);
walk('listAppliedTagsUsingGET', [['tags' => [['tag' => ['id' => 7]]], 'next' => 'x']], ['contactId' => 1001]);
walk('listAppointmentsUsingGET', [$v1([1, 2]), $v1([])], ['offset' => PHP_INT_MAX - 2]);
walk('listAppointmentsUsingGET', [$v1([1, 2]), $v1([])], ['offset' => PHP_INT_MAX - 1]);

echo "again from the beginning\n";
$each = walk('listAppointmentsUsingGET', [$v1([1, 2]), $v1([])]);
echo json_encode(array_column(iterator_to_array($each), 'id')), "\n";
$each = walk('listContacts', [$page(1, 'a'), $page(2, '')]);
echo json_encode(array_column(iterator_to_array($each), 'id')), "\n";
?>
--EXPECT--
v2
1 2 3 | the end
  - 20 0
1 | 200: Keap's reply to listContacts names as the next page one that was read before: the list would never end
  - a
1 2 | 200: Keap's reply to listContacts names as the next page one that was read before: the list would never end
  - a b
1 2 3 4 | 200: Keap's reply to listContacts names as the next page one that was read before: the list would never end
  - a b c d
1 | 200: Keap's reply to listContacts names as the next page one that was read before: the list would never end
  a b
 | 200: Keap's reply to listContacts holds something else where its next_page_token should be
  -
 | 200: Keap's reply to listContacts holds something else where its next_page_token should be
  -
 | 200: Keap's reply to listContacts holds something else where its next_page_token should be
  -
1 | the end
  -
v1
1 2 | 200: Keap's reply to listAppointmentsUsingGET has the entries of the page before again: Keap ignores `offset` for this list
  - 2
1 2 2 3 | 200: Keap's reply to listAppointmentsUsingGET has the entries of the page before again: Keap ignores `offset` for this list
  - 2 4
1 2 | the end
  - 1 2
{"tag":{"id":7}} | 200: Keap's reply to listAppliedTagsUsingGET has the entries of the page before again: Keap ignores `offset` for this list
  - 1
1 2 | the end
  9223372036854775805 9223372036854775807
 | 200: Keap's reply to listAppointmentsUsingGET names a next page, whose offset is larger than an integer can be
  9223372036854775806
again from the beginning
1 2 | the end
  - 2
[1,2]
1 2 | the end
  - a
[1,2]
