--TEST--
Each operation with its required parameters arrives at its method and path
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (!is_file(__DIR__ . '/../../tools/openapi-v2.json')) {
    echo 'skip needs tools/openapi-v2.json, which is not part of the package';
}
?>
--FILE--
<?php
$settings = ['infusionsoft.retries' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/example.inc';

$keap->authorize();
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 200, 'body' => '{}', 'times' => 0]);
$document = Example::document();
$example = new Example($document, full: false);
$seen = [];
foreach (Example::operations($document) as $request => $operation) {
    $outcome = outcome(fn () => infusionsoft_call($operation['operationId'], $example->parameters($operation)));
    if ($outcome !== '[]' && $outcome !== '"{}"') {
        echo "$operation[operationId]: $outcome\n";
    }
    $seen[] = preg_replace(['/ /', '/{.*?}/'], [' /crm', 'x'], $request);
}
$arrived = array_map(fn (array $entry) => "$entry[method] $entry[path]", $keap->journal('/crm'));
var_dump($arrived === $seen, count($arrived));
?>
--EXPECT--
bool(true)
int(399)
