<?php

namespace Infusionsoft\Laravel\Events;

/** This process exchanged the account's refresh token for a new pair. */
final class TokenRefreshed
{
    public function __construct(public readonly string $account) {}
}
