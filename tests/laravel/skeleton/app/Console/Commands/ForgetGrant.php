<?php

namespace App\Console\Commands;

use Illuminate\Console\Command;

/** The test's way back to where nobody has connected Keap. */
class ForgetGrant extends Command
{
    protected $signature = 'test:forget';

    public function handle(): void
    {
        infusionsoft_token_forget();
    }
}
