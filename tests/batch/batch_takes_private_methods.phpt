--TEST--
Jobs of an array and $progress may be private methods where the batch is made, and the caller's array stays as it is
--FILE--
<?php
final class Importer
{
    public array $told = [];

    public function batch(array $calls): Infusionsoft\Batch
    {
        return infusionsoft_batch($calls, [$this, 'told'], in_flight: 1);
    }

    public function calls(): array
    {
        $one = [$this, 'one'];
        return ['private' => &$one, 'by name' => 'Importer::two', 'self' => [self::class, 'two'], 'closure' => fn () => 3];
    }

    private function one(): int
    {
        return 1;
    }

    private static function two(): int
    {
        return 2;
    }

    private function told(int $done): void
    {
        $this->told[] = $done;
    }

    public function __call(string $name, array $arguments): string
    {
        return "__call $name";
    }
}

$importer = new Importer();
$calls = $importer->calls();
foreach ($importer->batch($calls) as $key => $result) {
    echo "$key: $result\n";
}
echo 'told of ', implode(', ', $importer->told), "\n";
echo get_debug_type($calls['private']), ', ', get_debug_type($calls['by name']), "\n";
foreach (infusionsoft_batch([[$importer, 'anything']]) as $result) {
    echo "$result\n";
}
foreach (infusionsoft_batch([fn () => 4], [$importer, 'anything']) as $result) {
    echo "$result\n";
}
?>
--EXPECT--
private: 1
by name: 2
self: 2
closure: 3
told of 1, 2, 3, 4
array, string
__call anything
4
