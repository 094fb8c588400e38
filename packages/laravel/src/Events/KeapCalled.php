<?php

namespace Infusionsoft\Laravel\Events;

/** A call to Keap ended. $context is what infusionsoft_logger() gives: method, path, status, tries, duration_ms, … */
final class KeapCalled
{
    /** @param array<string, mixed> $context */
    public function __construct(public readonly string $level, public readonly string $message, public readonly array $context) {}
}
