<?php

namespace App\Console\Commands;

use Illuminate\Console\Command;

/** The test's way to use an API key, or a pair of tokens, in place of the grant. */
class ImportGrant extends Command
{
    protected $signature = 'test:import {grant : JSON}';

    public function handle(): void
    {
        infusionsoft_token_import(json_decode($this->argument('grant'), true));
    }
}
