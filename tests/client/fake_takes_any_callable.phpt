--TEST--
infusionsoft_fake() takes any callable, including a private method
--FILE--
<?php
final class Keap
{
    public function useMine(): void
    {
        infusionsoft_fake([$this, 'answer']);
    }

    public function __invoke(): array
    {
        return ['id' => 'invoked'];
    }

    private function answer(array $request): array
    {
        return ['id' => "private $request[operation]"];
    }
}

function answer(): array
{
    return ['id' => 'function'];
}

(new Keap())->useMine();
echo infusionsoft_contact_get(7)['id'], "\n";
infusionsoft_fake(new Keap());
echo infusionsoft_contact_get(7)['id'], "\n";
infusionsoft_fake('answer');
echo infusionsoft_contact_get(7)['id'], "\n";
?>
--EXPECT--
private getContact
invoked
function
