--TEST--
A base URL may be plain http to the local machine, and may end with slashes
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/keap.inc';

$keap->authorize();
$port = parse_url($keap->http, PHP_URL_PORT);
$localhost = str_replace('127.0.0.1', 'localhost', $keap->https);
foreach (["http://127.0.0.1:$port/crm", "http://localhost:$port/crm//", "$keap->https/crm/", "$localhost/crm"] as $url) {
    echo $keap->php('var_dump(infusionsoft_contact_find("a@b"));', ['infusionsoft.base_url' => $url]);
}
foreach ($keap->journal() as $request) {
    echo "$request[path] ", json_encode($request['tls']), "\n";
}
?>
--EXPECT--
NULL
NULL
NULL
NULL
/crm/rest/v2/contacts false
/crm/rest/v2/contacts false
/crm/rest/v2/contacts true
/crm/rest/v2/contacts true
