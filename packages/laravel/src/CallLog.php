<?php

namespace Infusionsoft\Laravel;

use Illuminate\Support\Facades\Log;
use Infusionsoft\AuthorizationException;

/** The logger of the extension: makes events of its entries, and writes them to the log channel in config/keap.php. */
final class CallLog
{
    public static function begin(): void
    {
        infusionsoft_logger(self::entry(...));
    }

    /** @param array<string, mixed> $context */
    private static function entry(string $level, string $message, array $context): void
    {
        $channel = config('keap.log');
        $channel === null || rescue(fn () => Log::channel($channel)->log($level, $message, $context));
        $call = isset($context['method']) || isset($context['function']);

        // A refresh has only the account and, when it failed, the error.
        match (true) {
            $call => event(new Events\KeapCalled($level, $message, $context)),
            $level === 'info' => event(new Events\TokenRefreshed($context['account'])),
            default => null,
        };

        if ($level === 'critical' || ($context['error'] ?? null) === AuthorizationException::class) {
            event(new Events\ReauthorizationRequired($context['account'] ?? (string) ini_get('infusionsoft.account'), $message));
        }
    }
}
