<?php

namespace Infusionsoft\Laravel\Console;

use Illuminate\Console\Command;
use Infusionsoft\Laravel\Events\ReauthorizationRequired;
use Infusionsoft\Laravel\Health;
use Infusionsoft\Laravel\TellSomebody;

class CheckCommand extends Command
{
    protected $signature = 'keap:check {--call : Also send one cheap call}';

    protected $description = 'Fail, and tell somebody, when calls do not reach Keap';

    public function handle(): int
    {
        $problem = Health::problem((bool) $this->option('call'));
        $problem === null ? $this->info('Keap is connected.') : $this->error("Keap needs attention: $problem");

        // The keep-alive renews tokens without a call that could tell: what it met is in the status.
        foreach (Health::accounts() as $account) {
            $account['needs_attention']
                ? event(new ReauthorizationRequired($account['account'], $account['attention'] ?? 'See the status page.'))
                : TellSomebody::forget($account['account']);
        }

        return $problem === null ? self::SUCCESS : self::FAILURE;
    }
}
