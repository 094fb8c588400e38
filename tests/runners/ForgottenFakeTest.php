<?php

use PHPUnit\Framework\TestCase;

/** With the line of docs/testing.md in phpunit.xml. */
final class ForgottenFakeTest extends TestCase
{
    public function testACallWithoutAFakeThrows(): void
    {
        $this->expectException(Error::class);
        $this->expectExceptionMessage("infusionsoft_fake(['createContact' => ...])");
        infusionsoft_contact_create(['email' => 'mary@example.com']);
    }

    public function testNoTestCanSwitchItOff(): void
    {
        $this->assertFalse(ini_set('infusionsoft.fake', ''));
        $this->assertSame('strict', ini_get('infusionsoft.fake'));
    }

    public function testAFakeAnswers(): void
    {
        infusionsoft_fake(['createContact' => ['id' => '7']]);
        $this->assertSame('7', infusionsoft_contact_create(['email' => 'mary@example.com'])['id']);
        infusionsoft_fake(null);
    }
}
