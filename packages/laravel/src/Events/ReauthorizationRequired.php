<?php

namespace Infusionsoft\Laravel\Events;

/** A person must act: connect Keap again, or do what the reason says. It holds no secret. */
final class ReauthorizationRequired
{
    public function __construct(public readonly string $account, public readonly string $reason) {}
}
