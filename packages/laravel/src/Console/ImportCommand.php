<?php

namespace Infusionsoft\Laravel\Console;

use Illuminate\Console\Command;
use Infusionsoft\Exception;

class ImportCommand extends Command
{
    protected $signature = 'keap:import';

    protected $description = 'Store a token reply (JSON) or an API key from standard input: php artisan keap:import <token.json';

    public function handle(): int
    {
        // Nothing secret is an argument: a shell keeps its history.
        $text = trim((string) stream_get_contents(STDIN));
        $token = json_decode($text, true) ?? (preg_match('/^(?!\{)[\x21-\x7e]+$/', $text) === 1 ? ['api_key' => $text] : null);

        if (! is_array($token)) {
            $this->error('Standard input has neither the JSON of a token reply nor an API key.');

            return self::INVALID;
        }

        try {
            $status = infusionsoft_token_import($token);
            $this->info("Stored for the account $status[account]: $status[state].");

            return self::SUCCESS;
        } catch (Exception|\ValueError $e) {
            $this->error($e->getMessage());

            return self::FAILURE;
        }
    }
}
