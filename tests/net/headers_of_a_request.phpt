--TEST--
A request has headers for the credential, the user agent and the content, and no others
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$token = $keap->authorize()['access_token'];
// Over the sizes at which libcurl would wait for a "100 Continue".
infusionsoft_contact_create(['email' => 'a@b', 'custom_fields' => [1 => str_repeat('x', 2 << 20)]]);
infusionsoft_contact_create(['email' => 'a@b', 'custom_fields' => [1 => str_repeat('x', 2 << 20)]], 'Email');
infusionsoft_contact_get(1001);
infusionsoft_request('DELETE', '/rest/v2/contacts/1001');

foreach ($keap->journal() as $request) {
    $headers = $request['headers'];
    var_dump($headers['authorization'] === ['kind' => 'Bearer', 'sha256' => substr(hash('sha256', $token), 0, 12)]);
    var_dump($headers['user-agent'] === 'php-infusionsoft/' . phpversion('infusionsoft'));
    unset($headers['authorization'], $headers['user-agent'], $headers['host']);
    echo "$request[method] ", json_encode($headers, JSON_UNESCAPED_SLASHES), "\n";
}
var_dump($keap->violations());
?>
--EXPECT--
bool(true)
bool(true)
POST {"accept":"application/json","content-type":"application/json","content-length":"2097248"}
bool(true)
bool(true)
POST {"accept":"application/json","content-type":"application/json","content-length":"2097248"}
bool(true)
bool(true)
GET {"accept":"application/json"}
bool(true)
bool(true)
DELETE {"accept":"application/json"}
array(0) {
}
