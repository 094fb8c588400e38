<?php
// For bench/fleet.php: prints what was simulated as rows of tables.

function percent(float $scripts, int $us): string
{
    $percent = $scripts * $us / 1e4;
    return number_format($percent, $percent < 1 ? 2 : ($percent < 10 ? 1 : 0)) . ' %';
}

/** The average of each second in the busiest minute. */
function worst_minute(array $seconds): float
{
    return max(array_map(array_sum(...), array_chunk($seconds, 60))) / 60;
}

function print_row(string $name, Load $load): void
{
    $scripts = $load->sum($load->scripts, range(0, PARTS - 1));
    $refreshes = $load->sum($load->refreshes, range(0, PARTS - 1));
    $mean = static fn (array $seconds): float => array_sum($seconds) / count($seconds);
    $times = array_map(static fn (float $count): string => percent($count, GRANT_US), [$mean($scripts), worst_minute($scripts), max($scripts)]);
    printf("| %s | %.2f | %.1f | %d | %s |\n", $name, $mean($refreshes), worst_minute($refreshes), max($refreshes), implode(' | ', $times));
}

/** The smallest and the largest of them, or one where they read the same. */
function spread(array $of, callable $text): string
{
    return implode(' to ', array_unique([$text(min($of)), $text(max($of))]));
}

/** How the accounts and their calls divide, with a prefix for each server, and what the worst day is for each. */
function print_servers(int $servers, Load $worst, array $records, array $calls): void
{
    $groups = array_chunk(range(0, PARTS - 1), intdiv(PARTS, $servers));
    $sums = static fn (array $of): array => array_map(static fn (array $parts) => array_sum(array_intersect_key($of, array_flip($parts))), $groups);
    $minutes = array_map(static fn (array $parts): float => worst_minute($worst->sum($worst->scripts, $parts)), $groups);
    $columns = [
        $servers,
        spread($sums($records), number_format(...)),
        round(max($sums($records)) * (RECORD_BYTES + ASK_BYTES) / 1e6) . ' MB',
        spread($minutes, static fn (float $scripts): string => percent($scripts, GRANT_US)),
        spread($sums($calls), number_format(...)),
        spread($sums($calls), static fn (float $scripts): string => percent($scripts, PACE_US)),
    ];
    echo '| ', implode(' | ', $columns), " |\n";
}
