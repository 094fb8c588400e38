<?php

use Infusionsoft\Laravel\Keap;
use PHPUnit\Framework\ExpectationFailedException;

require __DIR__.'/harness.php';

/** The message of what is thrown; "" when nothing is. */
function thrown(callable $step): string
{
    try {
        $step();
    } catch (Throwable $e) {
        return $e::class.': '.$e->getMessage();
    }

    return '';
}

// The messages of PHPUnit's assertions need its configuration.
(new PHPUnit\TextUI\Configuration\Builder)->build(['phpunit', '--no-configuration']);
application();
Keap::fake();
check('nothing was sent yet', thrown(Keap::assertNothingSent(...)) === '');
check('assertSent fails before the call', str_starts_with(thrown(fn () => Keap::assertSent('createContact')), ExpectationFailedException::class));
infusionsoft_contact_create(['email' => 'ann@example.com']);
check('assertSent finds the call', ($found = thrown(fn () => Keap::assertSent('createContact'))) === '', $found);
check('... by what was sent', thrown(fn () => Keap::assertSent('createContact', fn (array $request): bool => $request['body']['email_addresses'][0]['email'] === 'ann@example.com', times: 1)) === '');
check('... and not another', thrown(fn () => Keap::assertSent('createContact', fn (array $request): bool => $request['body']['email_addresses'][0]['email'] === 'bob@example.com')) !== '');
check('assertSent counts', str_contains($found = thrown(fn () => Keap::assertSent('createContact', times: 2)), 'was not sent 2 times'), $found);
check('assertNothingSent fails, and names what was sent', str_contains($found = thrown(Keap::assertNothingSent(...)), '["createContact"]'), $found);
check('assertNotSent', thrown(fn () => Keap::assertNotSent('applyTags')) === '' && thrown(fn () => Keap::assertNotSent('createContact')) !== '');

$call = fn () => infusionsoft_call('listTags', ['page_size' => 1]);
application();
check('the next application has no fake', str_contains(thrown($call), 'AuthorizationException'), thrown($call));
infusionsoft_token_import(ask('POST', '/grant'));
$call();
check('... and reaches Keap', ask('GET', '/counts')['requests']['GET /crm/rest/v2/tags'] === 1);
Keap::preventStrayRequests();
check('a stray request throws', str_contains($found = thrown($call), 'no reply for GET'), $found);
Keap::fake(['createContact' => ['id' => '7']]);
check('... also beside a fake of other operations', str_contains($found = thrown($call), "Keap::fake(['listTags'"), $found);
check('... whose own calls succeed', infusionsoft_contact_create(['email' => 'ann@example.com'])['id'] === '7');
application(['KEAP_PREVENT_STRAY_REQUESTS' => 'true']);
check('phpunit.xml can ask for it', str_contains($found = thrown($call), 'no reply for GET'), $found);

// The setting of the extension, which phpunit.xml can set: last, because it lasts.
ini_set('infusionsoft.fake', 'strict');
application();
check('infusionsoft.fake = strict refuses a stray request too', str_contains($found = thrown($call), "infusionsoft_fake(['listTags'"), $found);
Keap::fake(['listTags' => ['tags' => []]]);
check('... beside a fake only another operation', thrown($call) === '' && str_contains($found = thrown(fn () => infusionsoft_contact_get(7)), "infusionsoft_fake(['getContact'"), $found);
Keap::reset();
application();
check('... and lasts', str_contains($found = thrown($call), 'no fake is on'), $found);
check('no stray request reached Keap', ask('GET', '/counts')['requests']['GET /crm/rest/v2/tags'] === 1);

end_of_test();
