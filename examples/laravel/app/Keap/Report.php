<?php

namespace App\Keap;

use Closure;
use Illuminate\Support\Facades\Log;
use Throwable;

/** Tells somebody. A log that cannot be written, as on a full disk, stops nothing: PHP's own error log gets the message. */
final class Report
{
    public static function exception(Throwable $e): void
    {
        self::attempt($e->getMessage(), fn () => report($e));
    }

    /** @param array<string, string> $context */
    public static function critical(string $message, array $context): void
    {
        self::attempt($message, fn () => Log::critical($message, $context));
    }

    /** @param Closure(): mixed $report */
    private static function attempt(string $message, Closure $report): void
    {
        try {
            $report();
        } catch (Throwable $e) {
            error_log("$message (Not in the log: {$e->getMessage()})");
        }
    }
}
