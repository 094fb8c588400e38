<?php

namespace App\Jobs;

use App\Keap\Patience;
use App\Keap\Report;
use App\Keap\SignUp;
use DateTimeInterface;
use Illuminate\Contracts\Queue\ShouldBeEncrypted;
use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Foundation\Queue\Queueable;
use Infusionsoft\RateLimitException;
use Throwable;

class SendCustomerToKeap implements ShouldBeEncrypted, ShouldQueue
{
    use Queueable;

    /** @var list<int> seconds between tries; the last value repeats */
    public array $backoff = [5, 30, 120, 600];

    /** Seconds for one try. Less than retry_after in config/queue.php: otherwise a second worker starts the job too. */
    public int $timeout = 80;

    /**
     * @param string $id a uuid of this sign-up
     * @param array{given_name: string, family_name: string, email: string, opt_in_reason?: string} $customer
     */
    public function __construct(private readonly string $id, private readonly array $customer) {}

    public function handle(): void
    {
        try {
            // A try is safe although an earlier one may have reached Keap without a reply ($e->maySent): the sign-up
            // skips what is done, and infusionsoft_contact_upsert() looks for the contact before it creates one.
            Patience::ofAJob((new SignUp($this->id, $this->customer))->send(...));
        } catch (RateLimitException $e) {
            // Keap's limit may be used up for the day. retryAfter is the time until the next try, in seconds.
            $this->release(max(1, $e->retryAfter));
        } catch (Throwable $e) {
            // Only a refusal of the customer's own data is final.
            if (SignUp::refusedField($e) !== null) {
                $this->fail($e);

                return;
            }

            // An outage, a missing grant, a setting or a tag that somebody must correct: what is thrown is tried again.
            // The worker would end if its own report failed. AppServiceProvider lets it skip what is reported here.
            Report::exception($e);

            throw $e;
        }
    }

    /** Keeps the job over a weekend, until somebody has corrected what is wrong. */
    public function retryUntil(): DateTimeInterface
    {
        return now()->addDays(3);
    }

    /** Tells the person in charge: configure a log channel that reaches one, such as Slack or mail. */
    public function failed(?Throwable $e): void
    {
        $uuid = $this->job?->uuid() ?? '';
        $field = $e === null ? null : SignUp::refusedField($e);
        $todo = $field === null
            ? "Run php artisan keap:check --call, correct what it says, then run php artisan queue:retry $uuid"
            : "Keap refuses the $field. Ask the customer, enter the contact in Keap, then run php artisan queue:forget $uuid";
        Report::critical("A customer is not in Keap: {$e?->getMessage()} $todo", ['email' => $this->customer['email'], 'sign_up' => $this->id, 'job' => $uuid]);
    }
}
