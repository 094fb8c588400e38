<?php

namespace Infusionsoft\Laravel\Events;

/** Something changed at Keap: an event of a REST hook, with the object as it was when the queue fetched it. */
final class KeapChanged
{
    /**
     * @param string $event Keap's name of the event, such as "contact.edit"
     * @param ?int $at Unix seconds
     * @param array<mixed> $details what Keap adds to some events
     * @param ?array<string, mixed> $object null when it is gone, or of a kind that cannot be fetched by its id
     */
    public function __construct(public readonly string $event, public readonly ?string $type, public readonly string $id,
        public readonly ?int $at, public readonly array $details, public readonly ?array $object) {}
}
