--TEST--
An object that stands for no value is refused with the name of its field, before anything is sent
--FILE--
<?php
require __DIR__ . '/objects.inc';
require __DIR__ . '/../keap/outcome.inc';

infusionsoft_fake([]);
foreach ([
    ['given_name' => fn () => 'Mary'],
    ['given_name' => new stdClass()],
    ['given_name' => Plain::One],
    ['given_name' => STDIN],
    ['given_name' => new Json(new Json(['Mary']))],
    ['given_name' => new Json(new stdClass())],
    ['given_name' => new Throwing()],
    ['addresses' => [new Throwing()]],
    ['addresses' => [['line1' => fn () => 1]]],
    ['birth_date' => (new ReflectionClass(DateTime::class))->newInstanceWithoutConstructor()],
    ['birth_date' => new DateTime('-0044-03-15')],
    ['company' => new DateTime('2026-01-31')],
    ['custom_fields' => [7 => fn () => 1]],
    ['custom_fields' => [7 => ['a', ['b' => new stdClass()]]]],
    ['custom_fields' => [7 => new ArrayObject(['a'])]],
    ['custom_fields' => [7 => Plain::One]],
    ['custom_fields' => [7 => new Throwing()]],
] as $wrong) {
    echo outcome(fn () => infusionsoft_contact_create($wrong + ['phone' => '1'])), "\n";
}
$itself = new class implements JsonSerializable {
    public function jsonSerialize(): mixed
    {
        return $this;
    }
};
echo outcome(fn () => infusionsoft_contact_create(['phone' => '1', 'custom_fields' => [7 => $itself]])), "\n";
echo outcome(fn () => infusionsoft_contact_create(['phone' => $itself])), "\n";
var_dump(infusionsoft_recorded());
?>
--EXPECTF--
ValueError: Argument #1 ($contact) contact.given_name cannot be an object of class Closure: give %s
ValueError: Argument #1 ($contact) contact.given_name cannot be an object of class stdClass: give a string, a number, a DateTimeInterface, a backed enum, a Stringable or a JsonSerializable
ValueError: Argument #1 ($contact) contact.given_name cannot be a case of the enum Plain, which has no values: give a case of a backed enum, or a string
ValueError: Argument #1 ($contact) contact.given_name cannot be a resource
ValueError: Argument #1 ($contact) contact.given_name must be a string, array given
ValueError: Argument #1 ($contact) contact.given_name cannot be an object of class stdClass: give %s
LogicException: thrown by __toString()
LogicException: thrown by jsonSerialize()
ValueError: Argument #1 ($contact) contact.addresses[0].line1 cannot be an object of class Closure: give %s
ValueError: Argument #1 ($contact) contact.birth_date is a DateTime whose constructor was not called
ValueError: Argument #1 ($contact) contact.birth_date must be a time in the years 1 to 9999
ValueError: Argument #1 ($contact) contact.company must be an array, string given
ValueError: Argument #1 ($contact) contact.custom_fields[7] cannot be an object of class Closure: give %s
ValueError: Argument #1 ($contact) contact.custom_fields[7][1].b cannot be an object of class stdClass: give %s
ValueError: Argument #1 ($contact) contact.custom_fields[7] cannot be an object of class ArrayObject: give %s
ValueError: Argument #1 ($contact) contact.custom_fields[7] cannot be a case of the enum Plain, which has no values: give %s
LogicException: thrown by jsonSerialize()
ValueError: Argument #1 ($contact) contact.custom_fields[7] contains itself, or is nested too deeply
ValueError: Argument #1 ($contact) contact.phone cannot be an object of class JsonSerializable@anonymous: give %s
array(0) {
}
