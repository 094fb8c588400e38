<?php

namespace Infusionsoft\Laravel;

use Infusionsoft\Exception;

/** Whether calls reach Keap, as simple arrays for pages and commands. Sends nothing unless it says so. */
final class Health
{
    /**
     * What is wrong and what to do, without a secret; null when all is well. Throws nothing of the extension.
     *
     * @param bool $call Also sends one cheap call.
     */
    public static function problem(bool $call = false): ?string
    {
        try {
            $status = infusionsoft_token_status();
            $problem = Settings::problem() ?? ($status['needs_attention'] ? $status['attention'] ?? 'The grant needs attention.' : null);

            if ($problem === null && $call) {
                infusionsoft_call('listTags', ['page_size' => 1]);
            }

            return $problem;
        } catch (Exception|\ValueError $e) {
            return $e->getMessage();
        }
    }

    /** @return list<array<string, mixed>> the status of each account, as infusionsoft_token_status() gives it */
    public static function accounts(): array
    {
        $own = infusionsoft_token_status();

        try {
            $others = array_filter(infusionsoft_accounts(), fn (array $status): bool => $status['account'] !== $own['account']);
        } catch (Exception) {
            $others = []; // the own status says what is wrong with the store
        }

        return [$own, ...array_values($others)];
    }

    /** @return array{level: 'good'|'warning'|'bad', word: string, text: string} what the page says first */
    public static function summary(): array
    {
        $status = infusionsoft_token_status();
        $problem = self::problem();

        return match (true) {
            $problem !== null => ['level' => 'bad', 'word' => $status['state'] === 'missing' ? 'Not connected' : 'Needs attention', 'text' => $problem],
            $status['state'] === 'expired' => ['level' => 'warning', 'word' => 'Expired', 'text' => 'The next call renews the token.'],
            $status['kind'] === 'api_key' => ['level' => 'good', 'word' => 'Connected', 'text' => 'With an API key, which does not expire.'],
            default => ['level' => 'good', 'word' => 'Connected', 'text' => 'Renews itself; last renewed '.date('Y-m-d H:i:s', $status['refreshed_at'] ?? time()).'.'],
        };
    }

    /** @return array<string, array<string, mixed>>|null null when the store cannot be read: the status says why */
    public static function numbers(): ?array
    {
        try {
            return ['limits' => array_filter(infusionsoft_limits(), is_array(...)), 'stats' => infusionsoft_stats()];
        } catch (Exception) {
            return null;
        }
    }
}
