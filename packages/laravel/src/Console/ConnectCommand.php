<?php

namespace Infusionsoft\Laravel\Console;

use Illuminate\Console\Command;
use Illuminate\Support\Str;
use Infusionsoft\Exception;

class ConnectCommand extends Command
{
    protected $signature = 'keap:connect {--redirect= : The callback as it is registered at Keap; without it, the route keap.callback}';

    protected $description = 'Connect Keap: print the address at Keap, and take the address that the browser ends on';

    public function handle(): int
    {
        $redirect = $this->option('redirect') ?: route('keap.callback');
        $state = Str::random(40);

        try {
            $this->line(infusionsoft_authorize_url($redirect, $state));
            $this->line('Open this address, allow access, and paste the address that the browser ends on:');
            parse_str((string) parse_url(trim((string) fgets(STDIN)), PHP_URL_QUERY), $query);

            if (! is_string($query['code'] ?? null) || ($query['state'] ?? null) !== $state) {
                $this->error('This is not the address that Keap sent the browser to in this attempt: copy all of it, from https:// to the end.');

                return self::INVALID;
            }

            $this->info('Connected: '.infusionsoft_authorize($query['code'], $redirect)['account']);

            return self::SUCCESS;
        } catch (Exception|\ValueError $e) {
            $this->error($e->getMessage());

            return self::FAILURE;
        }
    }
}
