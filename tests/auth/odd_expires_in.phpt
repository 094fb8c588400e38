--TEST--
An unreadable expires_in does not lose the grant
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$odd = [
    'text' => '3600', 'float' => 3600.7, 'float text' => '3600.7', 'null' => null, 'word' => 'soon', 'zero' => 0,
    'negative' => -5, 'list' => [3600], 'bool' => true, 'far too much' => 1e300, 'beyond 64 bits' => PHP_INT_MAX, 'empty' => '',
    'milliseconds' => 86399000,
];
foreach ($odd as $what => $expiresIn) {
    $keap->authorize();
    $keap->fault(['path' => '/token', 'action' => 'edit', 'set' => ['expires_in' => $expiresIn]]);
    $before = time();
    $status = infusionsoft_token_refresh(force: true);
    $left = $status['expires_at'] - $before;
    // Rounded down, because some seconds may have passed.
    echo "$what: $status[state] ", $left - $left % 100, ' ', json_encode($status['last_error']), ' ', call_keap(), "\n";
}
$keap->fault(['path' => '/token', 'action' => 'edit', 'unset' => ['expires_in', 'scope', 'token_type']]);
$status = infusionsoft_token_refresh(force: true);
// The application's name is kept if a reply does not contain it.
echo "$status[state] $status[application] $status[last_error]\n";
?>
--EXPECT--
text: valid 3600 null called
float: valid 3600 null called
float text: valid 3600 null called
null: valid 86400 "expires_in of the token reply cannot be read: 24 hours are assumed" called
word: valid 86400 "expires_in of the token reply cannot be read: 24 hours are assumed" called
zero: valid 86400 "expires_in of the token reply cannot be read: 24 hours are assumed" called
negative: valid 86400 "expires_in of the token reply cannot be read: 24 hours are assumed" called
list: valid 86400 "expires_in of the token reply cannot be read: 24 hours are assumed" called
bool: valid 86400 "expires_in of the token reply cannot be read: 24 hours are assumed" called
far too much: valid 86400 "expires_in of the token reply cannot be read: 24 hours are assumed" called
beyond 64 bits: valid 86400 "expires_in of the token reply cannot be read: 24 hours are assumed" called
empty: valid 86400 "expires_in of the token reply cannot be read: 24 hours are assumed" called
milliseconds: valid 86400 "expires_in of the token reply cannot be read: 24 hours are assumed" called
valid test.infusionsoft.com expires_in of the token reply cannot be read: 24 hours are assumed
