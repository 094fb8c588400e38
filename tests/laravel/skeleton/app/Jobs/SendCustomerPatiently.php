<?php

namespace App\Jobs;

use App\Keap\SignUp;
use DateTimeInterface;
use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Foundation\Queue\Queueable;

/** The example's job with the extension's own time limits, by which one call takes up to two minutes, and none of its own. */
class SendCustomerPatiently implements ShouldQueue
{
    use Queueable;

    /** @param array{given_name: string, family_name: string, email: string} $customer */
    public function __construct(private readonly string $id, private readonly array $customer) {}

    public function handle(): void
    {
        (new SignUp($this->id, $this->customer))->send();
    }

    public function retryUntil(): DateTimeInterface
    {
        return now()->addHour();
    }
}
