--TEST--
The operation that returns HTML is requested as HTML and returns a string
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$keap->fault(['path' => '/crm/rest/v2/webforms/7:data', 'action' => 'html']);
var_dump(infusionsoft_call('getHtml', ['webform_id' => 7]));
echo $keap->journal('/crm')[0]['headers']['accept'], "\n";
?>
--EXPECT--
string(57) "<!DOCTYPE html>
<html><body><h1>Sorry</h1></body></html>
"
text/html
