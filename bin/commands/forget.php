<?php

return new Command('--account=NAME', 'removes the grant of an account from the store',
    'Sends nothing: Keap still lists the application until you remove it there. The account must be named, so that none is forgotten by mistake.',
    [], 0, 0,
    static function (Arguments $arguments, Terminal $terminal): int {
        $account = $arguments->account() ?? throw new UsageError('Name the account');
        $had = infusionsoft_token_forget($account);
        $terminal->line($had ? "$account is forgotten." : "$account had no grant.");
        return $had ? 0 : 1;
    });
