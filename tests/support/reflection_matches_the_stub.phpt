--TEST--
Reflection shows the functions and classes as the stub declares them
--SKIPIF--
<?php
if (!is_file(__DIR__ . '/../../ext/infusionsoft.stub.php')) {
    echo 'skip needs the sources beside the tests';
}
?>
--FILE--
<?php
// The stub is PHP: a PHP without the extension can be asked the same questions about it.
const TELL = '
    $told = [];
    foreach (array_merge(...array_values(get_defined_functions())) as $name) {
        if (str_starts_with($name, "infusionsoft_")) {
            $function = new ReflectionFunction($name);
            $parameters = array_map(fn ($one) => implode(" ", [
                ...array_map(fn ($attribute) => "#[" . $attribute->getName() . "]", $one->getAttributes()),
                $one->getType(), "$" . $one->getName(),
                ...($one->isOptional() ? ["=", var_export($one->getDefaultValue(), true)] : []),
            ]), $function->getParameters());
            $told[] = "$name(" . implode(", ", $parameters) . "): " . $function->getReturnType();
        }
    }
    foreach (get_declared_classes() as $name) {
        if (str_starts_with($name, "Infusionsoft\\\\")) {
            $class = new ReflectionClass($name);
            $told[] = "$name " . $class->isFinal() . " " . ($class->getParentClass() ?: $class)->name;
            foreach ($class->getProperties() as $one) {
                $told[] = "$name::$" . "$one->name " . $one->getType() . implode(" ", Reflection::getModifierNames($one->getModifiers()));
            }
        }
    }
    sort($told);
    // One type by two names, before PHP 8.3 where the function is an extension\'s.
    echo str_replace("Traversable|array", "iterable", implode("\n", $told));';
$run = function (string $code, array $arguments): array {
    $process = proc_open([PHP_BINARY, '-n', ...$arguments, '-r', $code], [1 => ['pipe', 'w']], $pipes);
    return explode("\n", stream_get_contents($pipes[1]));
};
$extension = is_file(ini_get('extension_dir') . '/infusionsoft.' . PHP_SHLIB_SUFFIX)
    ? ['-d', 'extension_dir=' . ini_get('extension_dir'), '-d', 'extension=infusionsoft'] : [];
$stub = $run('require ' . var_export(__DIR__ . '/../../ext/infusionsoft.stub.php', true) . ';' . TELL, []);
$real = $run(TELL, $extension);
echo implode("\n", array_diff($stub, $real)), "\n", implode("\n", array_diff($real, $stub)), "\n";
var_dump(count($real) > 25, in_array('infusionsoft_token_import(#[SensitiveParameter] array $token, ?string $account = NULL): array', $real));
?>
--EXPECT--
bool(true)
bool(true)
