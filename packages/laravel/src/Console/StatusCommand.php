<?php

namespace Infusionsoft\Laravel\Console;

use Illuminate\Console\Command;
use Infusionsoft\Laravel\Health;

class StatusCommand extends Command
{
    protected $signature = 'keap:status {--json : Print it for programs}';

    protected $description = 'Show whether calls to Keap work, when tokens expire, and what must be done';

    public function handle(): int
    {
        $accounts = Health::accounts();

        if ($this->option('json')) {
            $this->line((string) json_encode($accounts, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE));
        } else {
            $this->table(['account', 'state', 'application', 'expires', 'to do'], array_map(fn (array $account): array => [
                $account['account'],
                $account['state'],
                $account['application'] ?? '',
                $account['expires_at'] === null ? '' : date('Y-m-d H:i:s', $account['expires_at']),
                $account['attention'] ?? '',
            ], $accounts));
        }

        return array_filter(array_column($accounts, 'needs_attention')) === [] ? self::SUCCESS : self::FAILURE;
    }
}
