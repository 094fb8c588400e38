--TEST--
A file is uploaded from a path or a CURLFile, as multipart with the other properties
--EXTENSIONS--
curl
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$php = ['extension' => 'curl'];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$keap->fault(['path' => '/crm/rest/v2/files', 'action' => 'status', 'status' => 200, 'body' => ['id' => '9'], 'times' => 0]);
$path = "$keap->folder/a file.bin";
file_put_contents($path, "\0\xff--\r\n");
$facts = ['file_name' => 'caf\u{e9}.bin', 'file_association' => 'COMPANY'];
echo json_encode(infusionsoft_call('createFile', ['file' => $path] + $facts)), "\n";
infusionsoft_call('updateFile', ['file_id' => 9, 'file' => new CURLFile($path, 'image/png', 'logo.png'), 'is_public' => true]);
foreach ($keap->journal('/crm') as $entry) {
    $type = $entry['headers']['content-type'];
    $boundary = substr(strrchr($type, '='), 1);
    echo "$entry[method] $entry[path] ", str_replace($boundary, '{BOUNDARY}', "$type\n" . addcslashes($entry['body'], "\0..\11\13..\37\177..\377")), "\n";
}
outcomes([
    'no file' => fn () => infusionsoft_call('createFile', ['file' => "$keap->folder/none"] + $facts),
    'a URL' => fn () => infusionsoft_call('createFile', ['file' => $keap->https] + $facts),
    'missing' => fn () => infusionsoft_call('createFile', $facts),
    'quotes' => fn () => infusionsoft_call('updateFile', ['file_id' => 9, 'file' => new CURLFile($path, '', 'a"b')]),
    'of another type' => fn () => infusionsoft_call('updateFile', ['file_id' => 9, 'file' => []]),
]);
echo count($keap->journal('/crm')), " requests\n";
?>
--EXPECTF--
{"id":"9"}
POST /crm/rest/v2/files multipart/form-data; boundary={BOUNDARY}
--{BOUNDARY}\r
Content-Disposition: form-data; name="file"; filename="a file.bin"\r
Content-Type: application/octet-stream\r
\r
\000\357\277\275--\r
\r
--{BOUNDARY}\r
Content-Disposition: form-data; name="file_name"\r
\r
caf\u{e9}.bin\r
--{BOUNDARY}\r
Content-Disposition: form-data; name="file_association"\r
\r
COMPANY\r
--{BOUNDARY}--\r

POST /crm/rest/v2/files/9 multipart/form-data; boundary={BOUNDARY}
--{BOUNDARY}\r
Content-Disposition: form-data; name="file"; filename="logo.png"\r
Content-Type: image/png\r
\r
\000\357\277\275--\r
\r
--{BOUNDARY}\r
Content-Disposition: form-data; name="is_public"\r
\r
true\r
--{BOUNDARY}--\r

no file: ValueError: Argument #2 ($parameters) file cannot be read: "%s/none"
a URL: ValueError: Argument #2 ($parameters) file cannot be read: "https://127.0.0.1:%d"
missing: ValueError: Argument #2 ($parameters) createFile.file is required
quotes: ValueError: Argument #2 ($parameters) file must have a name and a type without quotes and line breaks
of another type: ValueError: Argument #2 ($parameters) file must be the path of a file, a CURLFile, a CURLStringFile or an SplFileInfo of a file on disk, array given
2 requests
