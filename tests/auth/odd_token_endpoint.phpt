--TEST--
A grant in a slow or unusual reply is stored and used
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

// Of two properties with the same name the second one counts, as in json_decode().
$pair = fn (array $token) => '"access_token":"' . $token['access_token'] . '","refresh_token":"' . $token['refresh_token'] . '"';
$doubled = fn () => '{"access_token":"at-x","refresh_token":"rt-x",' . $pair($keap->grant()) . ',"expires_in":1,"expires_in":3600}';
$odd = [
    'a byte at a time' => ['action' => 'drip', 'ms' => 5],
    'invalid UTF-8' => ['action' => 'invalid-utf8'],
    'long' => ['action' => 'edit', 'set' => ['more' => str_repeat('x', 60000)]],
    'doubled keys' => ['action' => 'status', 'status' => 200, 'body' => $doubled()],
];
foreach ($odd as $what => $rule) {
    import_expired($keap);
    $keap->fault(['path' => '/token'] + $rule);
    echo "$what: ", call_keap(), ' ', state(), ' ', json_encode(infusionsoft_token_status()['last_error']);
    echo ', then ', attempt(fn () => infusionsoft_token_refresh(force: true)['state']), "\n";
}
echo json_encode($keap->violations()), "\n";
?>
--EXPECT--
a byte at a time: called valid null, then valid
invalid UTF-8: called valid null, then valid
long: called valid null, then valid
doubled keys: called valid null, then valid
[]
