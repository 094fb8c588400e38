--TEST--
Keap's page accepts the URL and sends the owner back with a code that infusionsoft_authorize() can exchange
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$keap->options(['auto_authorize' => true]);
$callback = 'https://shop.example/callback?from=keap';
$page = infusionsoft_authorize_url($callback, 'state & more');
$ssl = ['ssl' => ['cafile' => $keap->caFile], 'http' => ['follow_location' => 0]];
$headers = stream_get_meta_data(fopen($page, 'r', false, stream_context_create($ssl)))['wrapper_data'];
[$location] = array_values(preg_grep('/^location:/i', $headers));
parse_str(parse_url(substr($location, 10), PHP_URL_QUERY), $query);
echo $query['from'], ' ', $query['state'], "\n";
echo infusionsoft_authorize($query['code'], $callback)['state'], "\n";
?>
--EXPECT--
keap state & more
valid
