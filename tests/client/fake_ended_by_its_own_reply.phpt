--TEST--
A fake reply that ends the fake while it is encoded as JSON is still returned
--FILE--
<?php
final class Reply implements JsonSerializable
{
    public function __construct(private string $id)
    {
    }

    public function jsonSerialize(): array
    {
        infusionsoft_fake(null);
        // Take the memory of this object, should it have been freed.
        $others = array_map(fn (): self => new Reply('another'), range(1, 20));
        return ['id' => $this->id];
    }
}

infusionsoft_fake(['getContact' => new Reply('one')]);
echo infusionsoft_contact_get(7)['id'], "\n";
infusionsoft_fake([new Reply('two')]);
echo infusionsoft_contact_get(7)['id'], "\n";
?>
--EXPECT--
one
two
