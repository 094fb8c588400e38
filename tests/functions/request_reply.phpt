--TEST--
A reply keeps big integers as strings and replaces invalid UTF-8
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$get = function (string $body, string $type = 'application/json') use ($keap) {
    $keap->fault([
        'path' => '/crm',
        'action' => 'status',
        'status' => 200,
        'body_base64' => base64_encode($body),
        'content_type' => $type,
    ]);
    json_decode('{'); // the script's own last JSON error
    return infusionsoft_request('GET', '/rest/v1/x');
};
var_dump($get('{"id":12345678901234567890,"n":-9223372036854775808,"f":1.0,"e":[],"o":{},"t":true,"z":null}'));
var_dump($get("{\"name\":\"caf\xe9 \xff\"}"));
var_dump($get("  \"text\"\n"), $get('7'), $get('null'), $get('false'));
// The Content-Type is ignored: Keap does not always send the right one.
var_dump($get('{"a":1}', 'text/plain'));
echo json_encode($get('{"1":"x","":"y","\u0000a":"z"}')), "\n";
var_dump(json_last_error_msg());
?>
--EXPECT--
array(7) {
  ["id"]=>
  string(20) "12345678901234567890"
  ["n"]=>
  int(-9223372036854775808)
  ["f"]=>
  float(1)
  ["e"]=>
  array(0) {
  }
  ["o"]=>
  array(0) {
  }
  ["t"]=>
  bool(true)
  ["z"]=>
  NULL
}
array(1) {
  ["name"]=>
  string(10) "caf� �"
}
string(4) "text"
int(7)
NULL
bool(false)
array(1) {
  ["a"]=>
  int(1)
}
{"1":"x","":"y","\u0000a":"z"}
string(8) "No error"
