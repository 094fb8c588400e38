<?php

namespace App\Console\Commands;

use Illuminate\Console\Command;

/** The test's way to use an API key in place of the grant. */
class ImportKey extends Command
{
    protected $signature = 'test:import {key}';

    public function handle(): void
    {
        infusionsoft_token_import(['api_key' => $this->argument('key')]);
    }
}
