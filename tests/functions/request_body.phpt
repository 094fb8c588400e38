--TEST--
A body of any type is sent as JSON; null sends no body
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
// The setting `precision` must not change what is sent.
$php = ['serialize_precision' => -1, 'precision' => 3];
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
final class Goal implements JsonSerializable
{
    public function jsonSerialize(): array
    {
        return ['goal' => 1];
    }
}
foreach ([
    [], new stdClass(), [[]], ['a' => []], [1, [2]], [3 => 'x'], ['a' => 1.0, 'b' => 0.1 + 0.2],
    ['a/b' => "é\u{2028}\"\\\0"], 'text', '', 0, 1.5, false, true, null, new Goal(), PHP_INT_MAX,
] as $body) {
    $keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 200]);
    infusionsoft_request('PUT', '/rest/v1/x', null, $body);
}
foreach ($keap->journal() as $request) {
    $headers = $request['headers'];
    // The stand-in shows the decoded body; the length distinguishes empty arrays from empty objects, and [] from "".
    echo $headers['content-length'], ' ', $headers['content-type'] ?? 'no type', ' ',
        json_encode($request['body'], JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION), "\n";
}
var_dump($keap->violations());
?>
--EXPECT--
2 application/json []
2 application/json []
4 application/json [[]]
8 application/json {"a":[]}
7 application/json [1,[2]]
9 application/json {"3":"x"}
33 application/json {"a":1,"b":0.30000000000000004}
28 application/json {"a/b":"é\u2028\"\\\u0000"}
6 application/json "text"
2 application/json ""
1 application/json 0
3 application/json 1.5
5 application/json false
4 application/json true
0 no type null
10 application/json {"goal":1}
19 application/json 9.223372036854776e+18
array(0) {
}
