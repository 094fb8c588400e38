<?php

/** The measured values: a series for each workload, client and measure. */
final class Results
{
    private array $series = [];

    public function add(string $workload, string $client, array $measured): void
    {
        foreach ($measured as $measure => $value) {
            $this->series[$workload][$client][$measure][] = $value;
        }
    }

    public function has(string $workload, string $client): bool
    {
        return isset($this->series[$workload][$client]);
    }

    public function median(string $workload, string $client, string $measure): float
    {
        return self::middle($this->series[$workload][$client][$measure]);
    }

    /** The median over all rounds of the ratio of two clients in the same round. */
    public function ratio(string $workload, string $measure, string $client, string $to): float
    {
        [$above, $below] = [$this->series[$workload][$client][$measure], $this->series[$workload][$to][$measure]];
        return self::middle(array_map(static fn ($a, $b) => $a / $b, $above, $below));
    }

    /** client => median of the measure, for all clients of the workload. */
    public function medians(string $workload, string $measure): array
    {
        return array_map(static fn (array $measures) => self::middle($measures[$measure]), $this->series[$workload]);
    }

    /** The name of the first measure that begins with $begin. */
    public function measure(string $workload, string $client, string $begin): string
    {
        return current(array_filter(array_keys($this->series[$workload][$client]), static fn (string $name) => str_starts_with($name, $begin)));
    }

    public function table(): string
    {
        $lines = "| workload | client | measure | median | range |\n| --- | --- | --- | ---: | ---: |\n";
        foreach ($this->series as $workload => $clients) {
            foreach ($clients as $client => $measures) {
                foreach ($measures as $measure => $values) {
                    $lines .= sprintf("| %s | %s | %s | %s | %s to %s |\n", $workload, $client, $measure, figure(self::middle($values)), figure(min($values)), figure(max($values)));
                }
            }
        }
        return $lines;
    }

    private static function middle(array $values): float
    {
        sort($values);
        $half = intdiv(count($values), 2);
        return count($values) % 2 ? $values[$half] : ($values[$half - 1] + $values[$half]) / 2;
    }
}

/** Formats a value with three significant digits: the measurements are not more accurate. */
function figure(float $value): string
{
    return number_format($value, abs($value) >= 100 || $value == 0 ? 0 : (abs($value) >= 10 ? 1 : 2));
}
