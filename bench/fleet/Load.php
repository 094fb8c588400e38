<?php
// The days that bench/fleet.php observes, second by second.

/** What Redis is asked in each observed second, for each part of the accounts. */
final class Load
{
    /** @var list<array<int, int>> */
    public array $scripts, $refreshes, $doubts;

    public function __construct(public readonly int $begin)
    {
        $this->scripts = $this->refreshes = $this->doubts = array_fill(0, PARTS, array_fill(0, OBSERVED_DAYS * DAY_S, 0));
    }

    /** @param array<int, int> $seconds */
    public function add(array &$seconds, float $at, int $count): void
    {
        $second = (int) floor($at) - $this->begin;
        if ($second >= 0 && $second < OBSERVED_DAYS * DAY_S) {
            $seconds[$second] += $count;
        }
    }

    /** @param list<int> $parts */
    public function sum(array $of, array $parts): array
    {
        return array_map(static fn (int ...$counts) => array_sum($counts), ...[...array_intersect_key($of, array_flip($parts)), array_fill(0, OBSERVED_DAYS * DAY_S, 0)]);
    }
}
