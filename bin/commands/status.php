<?php

/** @param array{limit: ?int, available: ?int, resets_at: ?int} $limit */
function limit_text(array $limit): string
{
    return match (true) {
        $limit['limit'] === null => 'not known before the first call',
        $limit['limit'] >= 4294967294 => 'no limit',
        default => limit_number($limit['available']) . ' of ' . limit_number($limit['limit']) . ' calls left, resets ' . distance_text($limit['resets_at']),
    };
}

/** @return list<array> the status of the named account, or of all; a missing default account belongs to them */
function statuses(?string $account): array
{
    if ($account !== null) {
        return [infusionsoft_token_status($account)];
    }
    try {
        $accounts = infusionsoft_accounts();
    } catch (Infusionsoft\Exception) {
        $accounts = []; // what is wrong is told by the status of the default account
    }
    return $accounts ?: [infusionsoft_token_status()];
}

function show_status(array $status, Terminal $terminal): void
{
    $colour = match (true) {
        $status['needs_attention'] => 'bad',
        in_array($status['state'], ['valid', 'refresh_due'], true) => 'good',
        default => 'warning',
    };
    $terminal->line($terminal->coloured($status['account'], 'strong') . ': ' . $terminal->coloured(state_text($status), $colour));
    $facts = [
        'application' => $status['application'],
        'expires' => match ($status['kind']) {
            'oauth2' => time_text($status['expires_at']) . ', ' . distance_text($status['expires_at']),
            'api_key' => 'never',
            default => null,
        },
        'last renewed' => $status['refreshed_at'] === null ? null : time_text($status['refreshed_at']) . ', ' . distance_text($status['refreshed_at']),
        'last error' => $status['last_error'],
        'to do' => $status['attention'],
        'key' => ($status['previous_key'] ?? false) ? 'still sealed under a previous key: infusionsoft refresh' : null,
    ];
    try {
        $limits = infusionsoft_limits($status['account']);
        $facts += ['day' => limit_text($limits['day']), 'minute' => limit_text($limits['minute'])];
    } catch (Infusionsoft\Exception) {
        // "to do" says it
    }
    foreach (array_filter($facts, static fn (?string $fact): bool => $fact !== null) as $name => $fact) {
        $terminal->line('  ' . str_pad($name, 13) . one_line($fact));
    }
}

return new Command('[--json] [--account=NAME]', 'shows whether calls work, when tokens expire, and what must be done',
    'Without --account: all accounts, or the default one if there is none. Sends nothing. Exit status 1 where a person must do something: for monitoring.',
    ['json' => ''], 0, 0,
    static function (Arguments $arguments, Terminal $terminal): int {
        $statuses = statuses($arguments->account());
        if ($arguments->has('json')) {
            $terminal->json($statuses);
        } else {
            array_walk($statuses, static fn (array $status) => show_status($status, $terminal));
        }
        return array_filter($statuses, static fn (array $status): bool => $status['needs_attention']) === [] ? 0 : 1;
    });
