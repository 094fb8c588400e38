--TEST--
infusionsoft_token_import() refuses an invalid token, keeps the stored grant, and repeats no token in its messages
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$keap->authorize();
$before = infusionsoft_token_status();
$good = ['access_token' => 'at-1', 'refresh_token' => 'rt-1', 'expires_in' => 60];
$cases = [
    'nothing' => [],
    'no access token' => ['refresh_token' => 'rt-1'],
    'no refresh token' => ['access_token' => 'at-1'],
    'null' => ['access_token' => null] + $good,
    'empty' => ['access_token' => ''] + $good,
    'empty refresh token' => ['refresh_token' => ''] + $good,
    'int' => ['access_token' => 12] + $good,
    'array' => ['refresh_token' => ['rt-1']] + $good,
    'NUL' => ['access_token' => "at-1\0"] + $good,
    'CR LF' => ['access_token' => "at-1\r\nX-Evil: 1"] + $good,
    'line end' => ['refresh_token' => "rt-1\n"] + $good,
    'blank' => ['refresh_token' => ' rt-1'] + $good,
    'bytes' => ['access_token' => "at-\x80"] + $good,
    'too long' => ['access_token' => 'at-' . str_repeat('x', 4000)] + $good,
    'too long together' => ['access_token' => str_repeat('x', 1900), 'refresh_token' => str_repeat('y', 1900)],
    'far too long' => ['access_token' => str_repeat('x', 70000)] + $good,
    'expires_in text' => ['expires_in' => 'soon'] + $good,
    'expires_in negative' => ['expires_in' => -1] + $good,
    'expires_in for ever' => ['expires_in' => PHP_INT_MAX] + $good,
    'expires_at text' => ['expires_at' => 'tomorrow'] + $good,
    'expires_at milliseconds' => ['expires_at' => time() * 1000] + $good,
    'expires_at negative' => ['expires_at' => -1] + $good,
    'expires_at bool' => ['expires_at' => true] + $good,
    'empty key' => ['api_key' => ''],
    'key of CR LF' => ['api_key' => "KeapAK-1\r\n"],
    'key array' => ['api_key' => ['KeapAK-1']],
    'key too long' => ['api_key' => str_repeat('x', 4000)],
];
foreach ($cases as $what => $token) {
    $line = attempt(fn () => infusionsoft_token_import($token));
    echo "$what: ", preg_replace('/^ValueError: .*Argument #1 .\$token. (is no token reply of Keap\'s: )?/', '', $line), "\n";
}
echo attempt(fn () => infusionsoft_token_import('at-1')), "\n";

var_dump(infusionsoft_token_status() === $before);
echo count($keap->journal()), " requests\n";
?>
--EXPECT--
nothing: access_token is missing
no access token: access_token is missing
no refresh token: refresh_token is missing
null: access_token is missing
empty: access_token must be visible ASCII characters, without blanks or line ends, and not empty
empty refresh token: refresh_token must be visible ASCII characters, without blanks or line ends, and not empty
int: access_token must be a string
array: refresh_token must be a string
NUL: access_token must be visible ASCII characters, without blanks or line ends, and not empty
CR LF: access_token must be visible ASCII characters, without blanks or line ends, and not empty
line end: refresh_token must be visible ASCII characters, without blanks or line ends, and not empty
blank: refresh_token must be visible ASCII characters, without blanks or line ends, and not empty
bytes: access_token must be visible ASCII characters, without blanks or line ends, and not empty
too long: must not be longer than the store can hold: 3328 bytes for both tokens together
too long together: must not be longer than the store can hold: 3328 bytes for both tokens together
far too long: must not be longer than the store can hold: 3328 bytes for both tokens together
expires_in text: expires_in must be a number of seconds, at most a year
expires_in negative: expires_in must be a number of seconds, at most a year
expires_in for ever: expires_in must be a number of seconds, at most a year
expires_at text: expires_at must be a time in Unix seconds, at most a year ahead
expires_at milliseconds: expires_at must be a time in Unix seconds, at most a year ahead
expires_at negative: expires_at must be a time in Unix seconds, at most a year ahead
expires_at bool: expires_at must be a time in Unix seconds, at most a year ahead
empty key: api_key must be visible ASCII characters, without blanks or line ends, and not empty
key of CR LF: api_key must be visible ASCII characters, without blanks or line ends, and not empty
key array: api_key must be a string
key too long: must not be longer than the store can hold: 3328 bytes for both tokens together
TypeError: infusionsoft_token_import(): Argument #1 ($token) must be of type array, string given
bool(true)
0 requests
