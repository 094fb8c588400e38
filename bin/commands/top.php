<?php

/** What happened between two readings, a second. */
function rate(array $now, array $before, string $name, float $seconds): string
{
    return number_format(($now[$name] - $before[$name]) / $seconds, 1);
}

function show_top(array $now, array $before, float $seconds, Terminal $terminal): void
{
    $terminal->clear();
    $terminal->line($terminal->coloured('infusionsoft', 'strong') . ', ' . date('H:i:s') . ', all processes of the store');
    $terminal->line();
    $terminal->table([
        ['', 'calls', 'retries', '429', 'waits', 'refreshes', 'failures'],
        ['a second', ...array_map(static fn (string $name): string => rate($now, $before, $name, $seconds), ['calls', 'retries', 'rate_limited', 'waits', 'refreshes']),
            number_format((array_sum($now['failures']) - array_sum($before['failures'])) / $seconds, 1)],
        ['in all', ...array_map(static fn (string $name): string => number_format($now[$name]), ['calls', 'retries', 'rate_limited', 'waits', 'refreshes']), number_format(array_sum($now['failures']))],
    ]);
    $latency = array_map(static fn (?float $ms): string => $ms === null ? '-' : round($ms) . ' ms', array_slice($now['latency_ms'], 0, 3));
    $terminal->line("\nlatency: p50 $latency[p50], p95 $latency[p95], p99 $latency[p99]");
    $terminal->line();
    $rows = [['account', 'state', 'day left', 'minute left']];
    foreach (infusionsoft_accounts() ?: [infusionsoft_token_status()] as $status) {
        $limits = infusionsoft_limits($status['account']);
        $rows[] = [$status['account'], $terminal->coloured(state_text($status), $status['needs_attention'] ? 'bad' : 'good'), limit_number($limits['day']['available']), limit_number($limits['minute']['available'])];
    }
    $terminal->table(array_slice($rows, 0, 20));
}

return new Command('[--every=SECONDS] [--times=N]', 'shows calls, latency, waits and limits of all processes, live',
    'Ends with Ctrl-C, or after --times readings.',
    ['every' => 'SECONDS', 'times' => 'N'], 0, 0,
    static function (Arguments $arguments, Terminal $terminal): int {
        $every = $arguments->number('every', 2);
        $times = $arguments->number('times', 999999999);
        $before = infusionsoft_stats();
        $began = hrtime(true);
        for ($nth = 0; $nth < $times; $nth++) {
            sleep($every);
            $now = infusionsoft_stats();
            show_top($now, $before, (hrtime(true) - $began) / 1e9, $terminal);
            [$before, $began] = [$now, hrtime(true)];
        }
        return 0;
    });
