<?php

namespace App\Keap;

use Illuminate\Contracts\Queue\Queue;
use Illuminate\Queue\Failed\CountableFailedJobProvider;
use Illuminate\Support\Facades\Cache;

/** What the status page counts. Whatever cannot be counted is null. */
final class Numbers
{
    private const KEY = 'keap.failed-calls';

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

    /** Remembers how many calls have failed so far. The schedule does so every hour, with keap:check. */
    public static function remember(): void
    {
        rescue(function (): void {
            $counts = self::remembered();
            $counts[now()->startOfHour()->getTimestamp()] ??= self::failed();
            Cache::put(self::KEY, array_slice($counts, -self::HOURS, null, true), now()->addDays(2));
        }, report: false);
    }

    /** @return array<int, int>|null failed calls by the time from which they are counted, until the next; the newest first */
    public static function failedByHour(): ?array
    {
        return rescue(function (): array {
            $next = self::failed();
            $failed = [];

            foreach (array_reverse(self::remembered(), true) as $time => $count) {
                $failed[$time] = max(0, $next - $count); // a new store counts from 0
                $next = $count;
            }

            return $failed;
        }, report: false);
    }

    private static function failed(): int
    {
        return array_sum(infusionsoft_stats()['failures']);
    }

    /** @return array<int, int> */
    private static function remembered(): array
    {
        $counts = Cache::get(self::KEY, []);

        return is_array($counts) ? array_filter($counts, fn (mixed $count, mixed $time): bool => is_int($count) && is_int($time), ARRAY_FILTER_USE_BOTH) : [];
    }
}
