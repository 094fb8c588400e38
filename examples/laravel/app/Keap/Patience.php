<?php

namespace App\Keap;

use Closure;

/** How long calls to Keap may take: little while a visitor waits for a page, more in the queue. */
final class Patience
{
    /** For a visitor: one try of at most 3 s for each call. The queue makes the next try. */
    private const OF_A_VISITOR = ['timeout_ms' => '3000', 'connect_timeout_ms' => '2000', 'retries' => '0', 'max_wait_ms' => '1000'];

    /** For a job: all its calls together end before the worker's own time limit. The queue makes the next try. */
    private const OF_A_JOB = ['timeout_ms' => '10000', 'connect_timeout_ms' => '5000', 'retries' => '0', 'max_wait_ms' => '5000'];

    /** For a job with many calls at the same time: those of visitors come first. */
    private const OF_AN_IMPORT = ['priority' => 'low'] + self::OF_A_JOB;

    /** @param Closure(): void $calls */
    public static function ofAVisitor(Closure $calls): void
    {
        self::with(self::OF_A_VISITOR, $calls);
    }

    /** @param Closure(): void $calls */
    public static function ofAJob(Closure $calls): void
    {
        self::with(self::OF_A_JOB, $calls);
    }

    /** @param Closure(): void $calls */
    public static function ofAnImport(Closure $calls): void
    {
        self::with(self::OF_AN_IMPORT, $calls);
    }

    /**
     * @param array<string, string> $settings
     * @param Closure(): void $calls
     */
    private static function with(array $settings, Closure $calls): void
    {
        $before = [];

        foreach ($settings as $name => $value) {
            $before[$name] = ini_set("infusionsoft.$name", $value);
        }

        try {
            $calls();
        } finally {
            foreach ($before as $name => $value) {
                $value === false || ini_set("infusionsoft.$name", $value);
            }
        }
    }
}
