--TEST--
A value without JSON is refused, and json_last_error() is unchanged
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$create = fn (array $contact) => fn () => infusionsoft_contact_create($contact + ['email' => 'a@example.com']);
$loop = ['x'];
$loop[] = &$loop;
$deep = 'x';
for ($i = 0; $i < 600; $i++) {
    $deep = [$deep];
}
final class Failing implements JsonSerializable
{
    public function jsonSerialize(): mixed
    {
        throw new DomainException('not for export');
    }
}

outcomes([
    'latin-1' => $create(['given_name' => "Ren\xe9"]),
    'a broken key' => $create(['custom_fields' => [7 => ["caf\xe9" => 1]]]),
    'a broken email' => $create(['email' => "ren\xe9@example.com"]),
    'NAN' => $create(['custom_fields' => [7 => NAN]]),
    'INF' => $create(['custom_fields' => [['id' => '7', 'content' => [INF]]]]),
    'itself' => $create(['custom_fields' => [7 => $loop]]),
    'too deep' => $create(['custom_fields' => [7 => $deep]]),
    'a resource' => $create(['custom_fields' => [7 => STDIN]]),
    'an object that throws' => $create(['custom_fields' => [7 => new Failing()]]),
]);
// A contact inside itself: the names in it are not fields of an address or a company.
$contact = ['email' => 'a@example.com'];
$contact['company'] = &$contact;
echo outcome(fn () => infusionsoft_contact_create($contact)), "\n";

json_decode('{');
outcome($create(['custom_fields' => [7 => NAN]]));
outcome($create([]));
var_dump(json_last_error_msg(), count($keap->journal()));
// Breaks the cycle: a memory checker would report a leak.
$loop = $contact = null;
?>
--EXPECT--
latin-1: ValueError: Argument #1 ($contact) contact.given_name must be valid UTF-8
a broken key: ValueError: Argument #1 ($contact) cannot be sent as JSON: custom_fields[0].content.caf? is not valid UTF-8
a broken email: ValueError: Argument #1 ($contact) contact.email must be valid UTF-8
NAN: ValueError: Argument #1 ($contact) cannot be sent as JSON: JSON cannot hold INF and NAN
INF: ValueError: Argument #1 ($contact) cannot be sent as JSON: JSON cannot hold INF and NAN
itself: ValueError: Argument #1 ($contact) contact.custom_fields[7][1] contains itself, or is nested too deeply
too deep: ValueError: Argument #1 ($contact) contact.custom_fields[7][0][0][0][0][0][0][0][0][0][0][0][0]… contains itself, or is nested too deeply
a resource: ValueError: Argument #1 ($contact) contact.custom_fields[7] cannot be a resource
an object that throws: DomainException: not for export
ValueError: Argument #1 ($contact) contact.company has no field "email" in Keap
string(12) "Syntax error"
int(1)
