--TEST--
A list that never ends, begins again, or ends early, ends with an exception; an integer page token is a token
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

walk('listAppointmentsUsingGET', [$v1([1, 2]), $v1([2, 1])]);
walk('listAppointmentsUsingGET', [$v1([1]), $v1([2]), $v1([3])]);
walk('listAppointmentsUsingGET', [$v1([]) + ['count' => 7]]);

echo "v1, by its count\n";
$counted = fn (array $ids, mixed $count, ?string $next = null) => ['next' => $next, 'count' => $count] + $v1($ids);
walk('listAppointmentsUsingGET', [$counted([1, 2], 50)]);
walk('listAppointmentsUsingGET', [$counted([1, 2], 3, 'x'), $counted([], 3)]);
walk('listAppointmentsUsingGET', [['count' => 1]]);
walk('listAppointmentsUsingGET', [$counted([1, 2], 9, 'x'), $counted([3], 3)]);
walk('listAppointmentsUsingGET', [$counted([1, 2], 9, 'x'), $counted([3], 2), ]);
walk('listAppointmentsUsingGET', [$counted([1, 2], 3, 'x'), $counted([], 3, 'x')]);
walk('listAppointmentsUsingGET', [$counted([1, 2], null)]);
walk('listAppointmentsUsingGET', [$counted([9], 9)], ['offset' => 8]);

echo "v2 with ever-new tokens\n";
/** The entries, and how many pages were read. */
function fresh(array $pages): void
{
    $token = $read = 0;
    infusionsoft_fake(['listContacts' => function () use ($pages, &$token) {
        return ['contacts' => array_map(fn (int $id) => ['id' => $id], $pages[$token % count($pages)]), 'next_page_token' => $token++ < 500 ? "t$token" : null];
    }]);
    try {
        foreach (infusionsoft_each('listContacts') as $entry) {
            $read++;
        }
        $end = 'the end';
    } catch (Infusionsoft\ApiException $error) {
        $end = $error->getMessage();
    }
    echo "$read | $end | ", count(infusionsoft_recorded()), "\n";
}
fresh([[]]);
fresh([[1, 2]]);
fresh([[1, 2], [2, 1]]);
fresh([[1], [2], []]);
fresh([[1, 2], ...array_fill(0, 99, []), ...array_map(fn (int $id) => [$id], range(3, 403))]);

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
1 2 | 200: Keap's reply to listAppointmentsUsingGET has the entries of an earlier page again: Keap ignores `offset` for this list
  - 2
1 2 2 3 | 200: Keap's reply to listAppointmentsUsingGET has the entries of an earlier page again: Keap ignores `offset` for this list
  - 2 4
1 2 | the end
  - 1 2
{"tag":{"id":7}} | 200: Keap's reply to listAppliedTagsUsingGET has the entries of an earlier page again: Keap ignores `offset` for this list
  - 1
1 2 | the end
  9223372036854775805 9223372036854775807
 | 200: Keap's reply to listAppointmentsUsingGET names a next page, whose offset is larger than an integer can be
  9223372036854775806
1 2 | 200: Keap's reply to listAppointmentsUsingGET has the entries of an earlier page again: Keap ignores `offset` for this list
  - 2
1 2 3 | 200: Keap's reply to listAppointmentsUsingGET has the entries of an earlier page again: Keap ignores `offset` for this list
  - 1 2 3
 | the end
  -
v1, by its count
1 2 | 200: Keap's reply to listAppointmentsUsingGET ends the list early: it names no next page, and its `count` is 48 higher than the entries so far
  -
1 2 | 200: Keap's reply to listAppointmentsUsingGET ends the list early: it names no next page, and its `count` is 1 higher than the entries so far
  - 2
 | 200: Keap's reply to listAppointmentsUsingGET ends the list early: it names no next page, and its `count` is 1 higher than the entries so far
  -
1 2 3 | the end
  - 2
1 2 3 | the end
  - 2
1 2 | the end
  - 2
1 2 | the end
  -
9 | the end
  8
v2 with ever-new tokens
0 | Keap's reply to listContacts names a next page after 100 pages without an entry: the list would never end | 100
6 | Keap's reply to listContacts names a next page after 3 pages whose entries were read before: the list would never end | 4
6 | Keap's reply to listContacts names a next page after 3 pages whose entries were read before: the list would never end | 4
4 | Keap's reply to listContacts names a next page after 3 pages whose entries were read before: the list would never end | 7
403 | the end | 501
again from the beginning
1 2 | the end
  - 2
[1,2]
1 2 | the end
  - a
[1,2]
