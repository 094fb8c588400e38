<?php

namespace App\Keap;

use Illuminate\Contracts\Queue\Queue;
use Illuminate\Queue\Failed\CountableFailedJobProvider;
use Illuminate\Support\Facades\Cache;

/** What the status page counts. Whatever cannot be counted is null. */
final class Numbers
{
    private const KEY = 'keap.calls-by-hour';

    private const HOURS = 24;

    public static function jobsWaiting(): ?int
    {
        return rescue(fn (): int => app(Queue::class)->size(), report: false);
    }

    public static function jobsFailed(): ?int
    {
        $failed = app('queue.failer');

        return rescue(fn (): ?int => $failed instanceof CountableFailedJobProvider ? $failed->count() : null, report: false);
    }

    /** Remembers how many calls there were so far, and how many of them failed. The schedule does so every hour, with keap:check. */
    public static function remember(): void
    {
        rescue(function (): void {
            $counts = self::remembered();
            $counts[now()->startOfHour()->getTimestamp()] ??= self::count();
            Cache::put(self::KEY, array_slice($counts, -self::HOURS, null, true), now()->addDays(2));
        }, report: false);
    }

    /** @return array<int, array{calls: int, failed: int}>|null by the time from which they are counted, until the next; the newest first */
    public static function byHour(): ?array
    {
        return rescue(function (): array {
            $next = self::count();
            $hours = [];

            foreach (array_reverse(self::remembered(), true) as $time => $count) {
                // A new store counts from 0.
                $hours[$time] = ['calls' => max(0, $next['calls'] - $count['calls']), 'failed' => max(0, $next['failed'] - $count['failed'])];
                $next = $count;
            }

            return $hours;
        }, report: false);
    }

    /** @return array<string, array<string, mixed>>|null Keap's limits and the statistics, for the view keap.numbers */
    public static function ofTheExtension(): ?array
    {
        return rescue(fn (): array => ['limits' => infusionsoft_limits(), 'stats' => infusionsoft_stats()], report: false);
    }

    /** @return array{calls: int, failed: int} */
    private static function count(): array
    {
        $stats = infusionsoft_stats();

        return ['calls' => $stats['calls'], 'failed' => array_sum($stats['failures'])];
    }

    /** @return array<int, array{calls: int, failed: int}> */
    private static function remembered(): array
    {
        $counts = Cache::get(self::KEY, []);
        $remembered = [];

        foreach (is_array($counts) ? $counts : [] as $time => $count) {
            if (is_int($time) && is_array($count) && is_int($count['calls'] ?? null) && is_int($count['failed'] ?? null)) {
                $remembered[$time] = ['calls' => $count['calls'], 'failed' => $count['failed']];
            }
        }

        return $remembered;
    }
}
