--TEST--
A call whose certificate check fails is not sent and not tried again
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
// A try that timed out would be repeated.
$settings = ['infusionsoft.connect_timeout_ms' => 60000, 'infusionsoft.timeout_ms' => 60000];
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
file_put_contents("$keap->folder/no-ca.pem", "no certificate\n");
$code = '
    try {
        infusionsoft_contact_find("a@b");
        echo "it was sent\n";
    } catch (Infusionsoft\TransportException $error) {
        echo str_replace($keap->folder, "", $error->getMessage()), "\n";
        var_dump($error->maySent);
    }
    var_dump($keap->counts()["connections"]);
';
// The system knows nothing of the test CA. Where it has a directory of CAs and a bundle, each is tried once.
echo "another bundle\n", $keap->php($code, ['infusionsoft.ca_file' => null]);
// The certificate vouches for this machine under two names, and not for this one.
echo "another name\n", $keap->php($code, ['infusionsoft.base_url' => str_replace('127.0.0.1', '127.0.0.2', $keap->https)]);
echo "no bundle\n", $keap->php($code, ['infusionsoft.ca_file' => "$keap->folder/missing.pem"]);
echo "not a bundle\n", $keap->php($code, ['infusionsoft.ca_file' => "$keap->folder/no-ca.pem"]);
var_dump($keap->journal());
?>
--EXPECTF--
another bundle
GET /rest/v2/contacts was not sent: %s
bool(false)
int(%d)
another name
GET /rest/v2/contacts was not sent: %s
bool(false)
int(%d)
no bundle
GET /rest/v2/contacts was not sent: %s
bool(false)
int(%d)
not a bundle
GET /rest/v2/contacts was not sent: %s
bool(false)
int(%d)
array(0) {
}
