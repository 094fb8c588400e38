<?php

namespace App\Console\Commands;

use Illuminate\Console\Command;
use Illuminate\Support\Facades\Log;

class CheckKeap extends Command
{
    protected $signature = 'keap:check';

    protected $description = 'Warn when somebody has to connect Keap again';

    public function handle(): int
    {
        $status = infusionsoft_token_status();

        // "refresh_due" and "expired" need nobody: the next call refreshes.
        if (! in_array($status['state'], ['missing', 'reauthorization_required'], true)) {
            $this->info("Keap is connected ({$status['state']}).");

            return self::SUCCESS;
        }

        Log::critical('Keap has to be connected again: '.route('keap.status'), $status);
        $this->error('Keap has to be connected again: '.route('keap.status'));

        return self::FAILURE;
    }
}
