<?php

namespace Infusionsoft\Laravel\Queue;

use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Foundation\Queue\Queueable;
use Infusionsoft\ApiException;
use Infusionsoft\Laravel\Events\KeapChanged;

/** Fetches what events of REST hooks are about, many objects at once, and queues one KeapChanged for each event. */
class FetchChanged implements ShouldQueue
{
    use Queueable;

    /** In one job. */
    public const OBJECTS = 100;

    /** Besides contacts: the beginning of an event's name => what the operation that gets one calls it. */
    private const KINDS = ['company' => 'Company', 'contactGroup' => 'Tag', 'opportunity' => 'Opportunity', 'order' => 'Order',
        'product' => 'Product', 'subscription' => 'Subscription', 'task' => 'Task'];

    /** @var list<int> seconds */
    public array $backoff = [10, 60, 600];

    public \DateTimeInterface $retryUntil;

    /** @param list<array{event: string, type: ?string, id: string, at: ?int, details: array<mixed>}> $events of one delivery */
    public function __construct(private readonly array $events)
    {
        $this->retryUntil = now()->addDay();
        $this->through(new ReleaseWhenRateLimited);
    }

    public function handle(): void
    {
        [$kind, $verb] = explode('.', $this->events[0]['event']) + [1 => ''];
        $objects = $verb === 'delete' ? [] : self::objects($kind, array_values(array_unique(array_column($this->events, 'id'))));

        // A job for each: a listener that fails is tried again for its own event only.
        foreach ($this->events as $event) {
            $event['object'] = $objects[$event['id']] ?? null;
            dispatch(static fn () => event(new KeapChanged(...$event)));
        }
    }

    /**
     * @param list<string> $ids
     * @return array<string, array<string, mixed>> id => the object as Keap has it now; without those that are gone
     */
    private static function objects(string $kind, array $ids): array
    {
        if ($kind === 'contact') {
            return array_column(iterator_to_array(infusionsoft_each('listContacts', ['filter' => ['contact_ids' => $ids], 'page_size' => self::OBJECTS]), false), null, 'id');
        }

        $name = self::KINDS[$kind] ?? null;
        $get = fn (string $id): \Closure => fn (): array => infusionsoft_call("get$name", [lcfirst("{$name}_id") => $id]);
        $objects = iterator_to_array(infusionsoft_batch($name === null ? [] : array_combine($ids, array_map($get, $ids))));
        array_walk($objects, fn (mixed $object) => $object instanceof \Throwable && ! ($object instanceof ApiException && $object->status === 404) && throw $object);

        return array_filter($objects, is_array(...));
    }
}
