--TEST--
The exception classes, their parents and their properties
--FILE--
<?php
$classes = array_filter(get_declared_classes(), fn ($name) => str_starts_with($name, 'Infusionsoft\\') && is_a($name, 'Throwable', true));
sort($classes);
foreach ($classes as $name) {
    $class = new ReflectionClass($name);
    $own = array_filter($class->getProperties(), fn ($property) => $property->getDeclaringClass()->name === $name);
    echo $class->isFinal() ? 'final ' : '', "$name < ", $class->getParentClass()->name, "\n";
    foreach ($own as $property) {
        // PHP 8.4 and later say "protected(set)" too, which readonly implies.
        $modifiers = array_diff(Reflection::getModifierNames($property->getModifiers()), ['protected(set)']);
        echo '  ', implode(' ', $modifiers), " {$property->getType()} \$$property->name\n";
    }
}
var_dump(is_a('Infusionsoft\RateLimitException', 'RuntimeException', true));
?>
--EXPECT--
Infusionsoft\ApiException < Infusionsoft\Exception
  public readonly int $status
  public readonly ?string $errorCode
  public readonly array $details
  public readonly string $body
  public readonly array $results
  public readonly ?string $requestId
final Infusionsoft\AuthorizationException < Infusionsoft\Exception
final Infusionsoft\ConfigurationException < Infusionsoft\Exception
Infusionsoft\Exception < RuntimeException
  public readonly bool $maySent
final Infusionsoft\RateLimitException < Infusionsoft\ApiException
  public readonly int $retryAfter
final Infusionsoft\StoreException < Infusionsoft\Exception
final Infusionsoft\TransportException < Infusionsoft\Exception
bool(true)
