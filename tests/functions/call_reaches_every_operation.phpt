--TEST--
Each of Keap's operations is called with what it needs, and arrives at its method and path
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

$document = json_decode(file_get_contents(__DIR__ . '/../../tools/openapi-v2.json'), true);
$schemas = $document['components']['schemas'];
/** The least that fits a schema. */
function example(array $schema): mixed
{
    $schema = isset($schema['$ref']) ? $GLOBALS['schemas'][basename($schema['$ref'])] : $schema;
    if (isset($schema['enum'])) {
        return end($schema['enum']);
    }
    return match ($schema['type'] ?? null) {
        'string' => ($schema['format'] ?? null) === 'binary' ? __FILE__ : 'x',
        'integer' => $schema['minimum'] ?? 1,
        'number' => 1.5,
        'boolean' => true,
        'array' => [example($schema['items'])],
        'object' => array_map(example(...), array_intersect_key($schema['properties'] ?? [], array_flip($schema['required'] ?? []))),
        default => 'x',
    };
}

$keap->authorize();
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 200, 'times' => 0]);
$seen = [];
foreach ($document['paths'] as $path => $item) {
    foreach ($item as $method => $operation) {
        $parameters = [];
        foreach ($operation['parameters'] ?? [] as $parameter) {
            if ($parameter['required'] ?? false) {
                $parameters[$parameter['name']] = example($parameter['schema']);
            }
        }
        $body = current($operation['requestBody']['content'] ?? [])['schema'] ?? null;
        if ($body !== null) {
            $least = example($body);
            $parameters += array_is_list($least) && $least ? ['body' => $least] : $least;
        }
        $outcome = outcome(fn () => infusionsoft_call($operation['operationId'], $parameters));
        if ($outcome !== 'null' && $outcome !== '""') {
            echo "$operation[operationId]: $outcome\n";
        }
        $seen[] = strtoupper($method) . ' /crm' . preg_replace('/{.*?}/', 'x', $path);
    }
}
$arrived = array_map(fn (array $entry) => "$entry[method] $entry[path]", $keap->journal('/crm'));
var_dump($arrived === $seen, count($arrived));
?>
--EXPECT--
bool(true)
int(399)
