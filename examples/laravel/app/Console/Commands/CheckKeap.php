<?php

namespace App\Console\Commands;

use Illuminate\Console\Command;
use Illuminate\Support\Facades\Log;

class CheckKeap extends Command
{
    protected $signature = 'keap:check';

    protected $description = 'Warn when an administrator must connect Keap again';

    public function handle(): int
    {
        $status = infusionsoft_token_status();

        // "refresh_due" and "expired" need no action: the next call refreshes the token.
        if (! in_array($status['state'], ['missing', 'reauthorization_required'], true)) {
            $this->info("Keap is connected ({$status['state']}).");

            return self::SUCCESS;
        }

        Log::critical('Keap must be connected again: '.route('keap.status'), $status);
        $this->error('Keap must be connected again: '.route('keap.status'));

        return self::FAILURE;
    }
}
