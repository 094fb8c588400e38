<?php

/** A label's value, as Prometheus's text format has it. */
function label(string $value): string
{
    return '"' . strtr($value, ['\\' => '\\\\', '"' => '\\"', "\n" => '\\n']) . '"';
}

/** Counters of all processes that share the store. @return list<string> */
function counter_lines(array $stats): array
{
    $counters = ['calls' => 'Calls to Keap.', 'retries' => 'Tries after the first.', 'refreshes' => 'Refresh tokens exchanged.',
        'refresh_failures' => 'Exchanges of refresh tokens that failed.', 'rate_limited' => 'Replies with status 429.', 'waits' => 'Waits for a turn or between tries.'];
    $lines = [];
    foreach ($counters as $name => $help) {
        array_push($lines, "# HELP infusionsoft_{$name}_total $help", "# TYPE infusionsoft_{$name}_total counter", "infusionsoft_{$name}_total $stats[$name]");
    }
    array_push($lines, '# HELP infusionsoft_waited_seconds_total Time that calls waited.', '# TYPE infusionsoft_waited_seconds_total counter', 'infusionsoft_waited_seconds_total ' . $stats['waited_ms'] / 1000);
    array_push($lines, '# HELP infusionsoft_failures_total Calls that ended with an exception.', '# TYPE infusionsoft_failures_total counter');
    foreach ($stats['failures'] as $kind => $count) {
        $lines[] = 'infusionsoft_failures_total{kind=' . label($kind) . "} $count";
    }
    return $lines;
}

/** The sum is not counted, so it is left out: a histogram may have buckets and a count only. @return list<string> */
function histogram_lines(array $histogram): array
{
    $lines = ['# HELP infusionsoft_reply_seconds Latency of tries that got a reply.', '# TYPE infusionsoft_reply_seconds histogram'];
    $sum = 0;
    foreach ($histogram as $bound => $count) {
        $sum += $count;
        $lines[] = 'infusionsoft_reply_seconds_bucket{le="' . ($bound === 'more' ? '+Inf' : $bound / 1000) . "\"} $sum";
    }
    $lines[] = "infusionsoft_reply_seconds_count $sum";
    return $lines;
}

/** @return list<string> */
function account_lines(array $accounts): array
{
    $lines = ['# HELP infusionsoft_needs_attention Whether a person must do something.', '# TYPE infusionsoft_needs_attention gauge'];
    foreach ($accounts as $status) {
        $lines[] = 'infusionsoft_needs_attention{account=' . label($status['account']) . '} ' . (int) $status['needs_attention'];
    }
    array_push($lines, '# HELP infusionsoft_token_expires_timestamp_seconds When the access token expires.', '# TYPE infusionsoft_token_expires_timestamp_seconds gauge');
    foreach (array_filter($accounts, static fn (array $status): bool => $status['expires_at'] !== null) as $status) {
        $lines[] = 'infusionsoft_token_expires_timestamp_seconds{account=' . label($status['account']) . "} $status[expires_at]";
    }
    array_push($lines, '# HELP infusionsoft_limit_available Calls that Keap still allows.', '# TYPE infusionsoft_limit_available gauge');
    foreach ($accounts as $status) {
        foreach (array_filter(infusionsoft_limits($status['account']), is_array(...)) as $window => $limit) {
            $limit['available'] === null || $lines[] = 'infusionsoft_limit_available{account=' . label($status['account']) . ',window=' . label($window) . "} $limit[available]";
        }
    }
    return $lines;
}

return new Command('', 'prints counters, latency, limits and states for Prometheus',
    'For a textfile collector, or behind a web server. Contains no secret.',
    [], 0, 0,
    static function (Arguments $arguments, Terminal $terminal): int {
        $stats = infusionsoft_stats();
        $accounts = infusionsoft_accounts() ?: [infusionsoft_token_status()];
        $terminal->line(implode("\n", [...counter_lines($stats), ...histogram_lines($stats['latency_ms']['histogram']), ...account_lines($accounts)]));
        return 0;
    });
