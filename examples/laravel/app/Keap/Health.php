<?php

namespace App\Keap;

use Throwable;

/** Whether sign-ups reach Keap. The command keap:check, its schedule, the status page and the health route use this. */
final class Health
{
    /**
     * What is wrong and what to do, in one sentence or two, without a secret; null when all is well. Throws nothing.
     *
     * @param bool $call Also reads the sign-up's tag from Keap: one cheap call, which shows that the grant works, that
     *                   Keap can be reached, and that the tag exists. Without it nothing is sent.
     */
    public static function problem(bool $call = false): ?string
    {
        try {
            $status = infusionsoft_token_status();

            if ($status['needs_attention']) {
                return $status['attention'] ?? 'The grant needs attention: see the status page.';
            }

            if ($call) {
                Patience::ofAJob(function (): void {
                    SignUpTag::read();
                });
            }
        } catch (Throwable $e) {
            return $e->getMessage();
        }

        return null;
    }
}
