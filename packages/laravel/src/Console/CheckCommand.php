<?php

namespace Infusionsoft\Laravel\Console;

use Illuminate\Console\Command;
use Infusionsoft\Laravel\Health;

class CheckCommand extends Command
{
    protected $signature = 'keap:check {--call : Also send one cheap call}';

    protected $description = 'Fail when calls do not reach Keap';

    public function handle(): int
    {
        $problem = Health::problem((bool) $this->option('call'));
        $problem === null ? $this->info('Keap is connected.') : $this->error("Keap needs attention: $problem");

        return $problem === null ? self::SUCCESS : self::FAILURE;
    }
}
