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

    /** @var list<int> seconds between tries; the last value repeats */
    public array $backoff = [5, 30, 120, 600];

    /** @param array{given_name: string, family_name: string, email: string} $customer */
    public function __construct(private readonly array $customer) {}

    public function handle(): void
    {
        try {
            // With duplicate_option, a second try updates the contact that the first try may have created. Without it,
            // a TransportException with maySent = true must not be tried again: the contact could then exist twice.
            $contact = infusionsoft_contact_create($this->customer, duplicate_option: 'Email');
            infusionsoft_tag_apply(config()->string('keap.signup_tag'), $contact['id']);
        } catch (RateLimitException $e) {
            // Keap's limit may be used up for the day. retryAfter is the time until the next try, in seconds.
            $this->release($e->retryAfter);
        } catch (KeapException $e) {
            self::canSucceedLater($e) ? throw $e : $this->fail($e);
        }
    }

    /** Keeps the job over a weekend, until an administrator connects Keap again. */
    public function retryUntil(): DateTimeInterface
    {
        return now()->addDays(3);
    }

    /** Only a refusal by Keap is final. Limits, outages and a missing grant are temporary. */
    public static function canSucceedLater(KeapException $e): bool
    {
        return ! $e instanceof ApiException || $e instanceof RateLimitException || $e->status >= 500;
    }
}
