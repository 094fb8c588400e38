<?php

const CLOCK_SLACK_S = 60;

/** Keap tells the time with each reply. @return list<Finding> */
function clock_findings(): array
{
    $date = strtotime((string) (infusionsoft_last_reply()['headers']['date'] ?? ''));
    $ahead = $date === false ? 0 : time() - $date;
    return abs($ahead) <= CLOCK_SLACK_S ? [] : [Finding::bad('The clock of this machine is ' . abs($ahead) . ' s ' . ($ahead > 0 ? 'ahead of' : 'behind') . " Keap's: tokens seem to expire at the wrong time", 'timedatectl set-ntp true')];
}

/** What mends an account whose credentials Keap refuses. */
function credential_command(array $status): string
{
    return match (true) {
        str_contains((string) $status['attention'], 'infusionsoft.client_secret') => secret_to_write('client_secret') . ' && infusionsoft refresh --force --account=' . escapeshellarg($status['account']),
        $status['kind'] === 'api_key' => secret_to_write('api_key'),
        default => 'infusionsoft connect' . ($status['account'] === ini_get('infusionsoft.account') ? '' : ' --account=' . escapeshellarg($status['account'])),
    };
}

function attention(array $status): Finding
{
    return Finding::of_message("Account $status[account]: $status[attention]", credential_command($status));
}

/** One small call for the account: listTags with one entry. @return list<Finding> */
function account_findings(array $status): array
{
    if ($status['needs_attention'] && $status['state'] === 'missing') {
        return [attention($status)];
    }
    $began = hrtime(true);
    try {
        infusionsoft_call('listTags', ['page_size' => 1], $status['account']);
        $ms = round((hrtime(true) - $began) / 1e6);
        $now = infusionsoft_token_status($status['account']);
        return [$now['needs_attention'] ? attention($now)
            : Finding::good("Account $status[account]: Keap answers in $ms ms" . ($now['expires_at'] === null ? '' : ', the token expires ' . distance_text($now['expires_at'])))];
    } catch (Infusionsoft\RateLimitException $error) {
        return [Finding::note("Account $status[account]: " . $error->getMessage())];
    } catch (Infusionsoft\Exception $error) {
        $now = infusionsoft_token_status($status['account']);
        return [$now['attention'] === null ? Finding::of_message("Account $status[account]: " . $error->getMessage()) : attention($now)];
    }
}

/** Whether Keap takes the credentials of each account. */
return static function (): array {
    $findings = [];
    try {
        $accounts = infusionsoft_accounts() ?: [infusionsoft_token_status()];
    } catch (Infusionsoft\Exception) {
        return []; // told before
    }
    foreach ($accounts as $status) {
        array_push($findings, ...account_findings($status));
        if ($status['previous_key'] ?? false) {
            $findings[] = Finding::note("Account $status[account] is still sealed under a previous key", 'infusionsoft refresh --account=' . escapeshellarg($status['account']));
        }
    }
    return [...$findings, ...clock_findings()];
};
