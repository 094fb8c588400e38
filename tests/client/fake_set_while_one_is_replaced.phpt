--TEST--
A fake that a destructor of the old fake sets stays in force, and no memory leaks
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
