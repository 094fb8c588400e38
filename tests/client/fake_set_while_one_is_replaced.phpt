--TEST--
A fake that a destructor sets while the old fake goes is the one that counts, and none is left behind
--FILE--
<?php
final class Resource
{
    public function __destruct()
    {
        infusionsoft_fake(['getContact' => ['id' => '3']]);
    }
}

function fake(Resource $resource): void
{
    infusionsoft_fake(fn (): array => [$resource]);
}

fake(new Resource());
infusionsoft_fake(['getContact' => ['id' => '2']]);
echo infusionsoft_contact_get(7)['id'], "\n";
?>
--EXPECT--
3
