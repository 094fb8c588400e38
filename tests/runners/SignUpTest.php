<?php

use PHPUnit\Framework\TestCase;

/** Tests of a small application with infusionsoft_fake(), written for PHPUnit. */
final class SignUpTest extends TestCase
{
    protected function tearDown(): void
    {
        infusionsoft_fake(null);
    }

    private function signUp(string $email): string
    {
        try {
            $contact = infusionsoft_contact_create(['email' => $email], 'Email');
            infusionsoft_tag_apply(91, $contact['id']);
            return 'thanks';
        } catch (Infusionsoft\RateLimitException | Infusionsoft\TransportException) {
            return 'later';
        }
    }

    public function testCustomerIsCreatedAndTagged(): void
    {
        infusionsoft_fake([]);
        self::assertSame('thanks', $this->signUp('mary@example.com'));
        self::assertSame(['createContact', 'applyTags'], array_column(infusionsoft_recorded(), 'operation'));
        self::assertSame('mary@example.com', infusionsoft_recorded()[0]['body']['email_addresses'][0]['email']);
        self::assertSame(['1'], infusionsoft_recorded()[1]['body']['contact_ids']);
    }

    public function testRequestsOfTheTestBeforeAreGone(): void
    {
        self::assertSame([], infusionsoft_recorded());
    }

    public function testRateLimitAndLostReplyAreAnsweredLater(): void
    {
        infusionsoft_fake(['createContact' => [429, ['fault' => 'no_reply'], ['id' => '7']]]);
        self::assertSame(['later', 'later', 'thanks'], array_map($this->signUp(...), ['a@b', 'c@d', 'e@f']));
    }

    public function testUnknownFieldIsAValueError(): void
    {
        infusionsoft_fake([]);
        $this->expectException(ValueError::class);
        $this->expectExceptionMessage('did you mean "given_name"?');
        infusionsoft_contact_create(['email' => 'mary@example.com', 'first_name' => 'Mary']);
    }
}
