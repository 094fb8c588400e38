<?php

namespace App\Jobs;

use DateTimeInterface;
use Illuminate\Contracts\Queue\ShouldBeEncrypted;
use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Foundation\Queue\Queueable;
use Infusionsoft\ApiException;
use Infusionsoft\Exception as KeapException;
use Infusionsoft\RateLimitException;

class SendCustomerToKeap implements ShouldBeEncrypted, ShouldQueue
{
    use Queueable;

    /** @var list<int> seconds between tries; the last one repeats */
    public array $backoff = [5, 30, 120, 600];

    /** @param array{given_name: string, family_name: string, email: string} $customer */
    public function __construct(private readonly array $customer) {}

    public function handle(): void
    {
        try {
            // With duplicate_option a second try updates the contact that the first may have made. Without it,
            // a TransportException whose maySent is true must not be tried again: the contact could exist twice.
            $contact = infusionsoft_contact_create($this->customer, duplicate_option: 'Email');
            infusionsoft_tag_apply(config()->string('keap.signup_tag'), $contact['id']);
        } catch (RateLimitException $e) {
            // All of today's calls may be used up: Keap, or the extension's own clock, says when to come back.
            $this->release($e->retryAfter);
        } catch (KeapException $e) {
            self::canSucceedLater($e) ? throw $e : $this->fail($e);
        }
    }

    /** Long enough for a weekend in which nobody connects Keap again. */
    public function retryUntil(): DateTimeInterface
    {
        return now()->addDays(3);
    }

    /** Only a plain refusal by Keap is final; limits, outages and a missing grant pass. */
    public static function canSucceedLater(KeapException $e): bool
    {
        return ! $e instanceof ApiException || $e instanceof RateLimitException || $e->status >= 500;
    }
}
