--TEST--
After a 401, a token that another process has stored meanwhile is used without another refresh
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$keap->options(['refresh_kills_access' => true]);
$keap->authorize();
$keap->fault(['path' => '/crm', 'hold' => 'before']);
$caller = $keap->start(CALL);
$keap->wait('/crm', phase: 'held');
infusionsoft_token_refresh(force: true);
$keap->release(['path' => '/crm']);
echo $caller->output();
echo implode(', ', array_map(fn ($entry) => "$entry[method] $entry[status]", $keap->journal())), "\n";
?>
--EXPECT--
ready
called
GET 401, POST 200, GET 200
