--TEST--
The harness runs the test again in a PHP whose settings point at a stand-in of its own
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
$php = ['precision' => 7];
$settings = ['infusionsoft.retries' => 0, 'infusionsoft.ca_file' => null];
require __DIR__ . '/keap.inc';

echo ini_get('precision'), ' ', decoct(fileperms($keap->storePath()) & 0777), "\n";

function list_contacts(Keap $keap, string $query = ''): string
{
    $headers = "Authorization: Bearer {$keap->grant()['access_token']}\r\nAccept: application/json";
    $context = stream_context_create(['http' => ['header' => $headers, 'protocol_version' => 1.1, 'ignore_errors' => true]]);
    $stream = fopen("$keap->http/crm/rest/v2/contacts$query", 'r', false, $context);
    stream_get_contents($stream);
    return stream_get_meta_data($stream)['wrapper_data'][0] . "\n";
}

echo list_contacts($keap);
$keap->fault(['path' => '/crm', 'action' => 'throttled']);
echo list_contacts($keap), json_encode($keap->violations()), "\n";
echo list_contacts($keap, '?email=a'), json_encode($keap->violations()), "\n";
echo $keap->count('GET /crm/rest/v2/contacts'), "\n";

// Other processes share the stand-in, and may have other settings.
echo $keap->php('echo ini_get("precision"), " ", $keap->count("GET /crm/rest/v2/contacts"), "\n";', ['precision' => 9]);
$held = $keap->start('
    $keap->fault(["hold" => "before", "path" => "/crm"]);
    echo @file_get_contents("$keap->http/crm") === false ? "refused\n" : "";
');
$keap->wait('/crm', 1, 'held');
echo $keap->release(), ' ', $held->output();

try {
    $keap->fault(['action' => 'explode']);
} catch (RuntimeException $error) {
    echo strtok($error->getMessage(), ';'), "\n";
}
?>
--EXPECT--
7 700
HTTP/1.1 200 OK
HTTP/1.1 429 Too Many Requests
[]
HTTP/1.1 400 Bad Request
["query.email: unknown"]
3
9 3
1 refused
POST faults: no action explode
