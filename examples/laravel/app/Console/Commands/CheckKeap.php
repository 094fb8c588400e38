<?php

namespace App\Console\Commands;

use App\Keap\Health;
use App\Keap\Numbers;
use App\Keap\Report;
use Illuminate\Console\Command;

class CheckKeap extends Command
{
    protected $signature = 'keap:check {--call : Also read the tag of new customers from Keap}';

    protected $description = 'Fail, and write to the log, when sign-ups do not reach Keap';

    public function handle(): int
    {
        Numbers::remember();
        $problem = Health::problem((bool) $this->option('call'));

        if ($problem === null) {
            $this->info('Keap is connected.');

            return self::SUCCESS;
        }

        $this->error("Keap needs attention: $problem");
        $this->line('Status page: '.route('keap.status'));
        Report::critical("Keap needs attention: $problem", ['page' => route('keap.status')]);

        return self::FAILURE;
    }
}
