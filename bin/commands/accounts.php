<?php

return new Command('[--json]', 'lists the accounts and their states', 'An account is a name that your application chooses for a grant; the setting infusionsoft.account names the default one.', ['json' => ''], 0, 0,
    static function (Arguments $arguments, Terminal $terminal): int {
        $accounts = infusionsoft_accounts();
        usort($accounts, static fn (array $a, array $b): int => strcmp($a['account'], $b['account']));
        if ($arguments->has('json')) {
            $terminal->json($accounts);
        } elseif ($accounts === []) {
            $terminal->line('There is no account yet: infusionsoft connect');
        } else {
            $rows = [['account', 'kind', 'state', 'expires', 'application']];
            foreach ($accounts as $status) {
                $rows[] = [$status['account'], $status['kind'] ?? '', state_text($status), $status['kind'] === 'api_key' ? 'never' : distance_text($status['expires_at']), $status['application'] ?? ''];
            }
            $terminal->table($rows);
        }
        return array_filter($accounts, static fn (array $status): bool => $status['needs_attention']) === [] ? 0 : 1;
    });
