<?php

namespace App\Console\Commands;

use App\Jobs\SendCustomerPatiently;
use App\Jobs\SendCustomerToKeap;
use Illuminate\Console\Command;
use Illuminate\Support\Str;

/** The test's way to put customers straight into the queue. */
class QueueCustomers extends Command
{
    protected $signature = 'test:queue {emails*} {--patiently}';

    public function handle(): void
    {
        $job = $this->option('patiently') ? SendCustomerPatiently::class : SendCustomerToKeap::class;

        foreach ($this->argument('emails') as $email) {
            $job::dispatch((string) Str::uuid(), ['given_name' => 'Queued', 'family_name' => 'Customer', 'email' => $email]);
        }
    }
}
