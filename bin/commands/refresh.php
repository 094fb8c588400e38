<?php

return new Command('[--force] [--account=NAME]', 'refreshes the token of an account if it is due',
    "Calls do this by themselves. --force refreshes now, also in the pause after a refusal.",
    ['force' => ''], 0, 0,
    static function (Arguments $arguments, Terminal $terminal): int {
        $status = infusionsoft_token_refresh($arguments->has('force'), $arguments->account());
        $terminal->line("$status[account]: " . state_text($status) . ($status['kind'] === 'api_key' ? '; a key needs no refresh' : '; expires ' . distance_text($status['expires_at'])));
        return $status['needs_attention'] ? 1 : 0;
    });
