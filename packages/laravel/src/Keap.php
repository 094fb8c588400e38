<?php

namespace Infusionsoft\Laravel;

use PHPUnit\Framework\Assert;

/** For tests: replies in Keap's place, and what the application sent. The next application of a test ends the fake. */
final class Keap
{
    private static bool $strict = false;

    /** @param array<mixed>|callable $responses as for infusionsoft_fake() */
    public static function fake(array|callable $responses = []): void
    {
        if (self::$strict && is_array($responses) && ! array_is_list($responses)) {
            $responses += ['*' => self::refuse(...)];
        }

        infusionsoft_fake($responses);
    }

    /** Operations without a reply in Keap::fake([…]) throw, and so does each call of a test that forgets Keap::fake(). */
    public static function preventStrayRequests(): void
    {
        self::$strict = true;
        infusionsoft_fake(self::refuse(...));
    }

    /** Ends the fake: calls reach Keap again. */
    public static function reset(): void
    {
        self::$strict = false;
        infusionsoft_fake(null);
    }

    /** @param (callable(array<string, mixed>): bool)|null $holds gets a request as infusionsoft_recorded() has it */
    public static function assertSent(string $operation, ?callable $holds = null, ?int $times = null): void
    {
        $sent = array_filter(infusionsoft_recorded(), fn (array $request): bool => $request['operation'] === $operation && ($holds === null || $holds($request)));
        $times === null
            ? Assert::assertNotSame([], $sent, "$operation was not sent to Keap".self::instead())
            : Assert::assertCount($times, $sent, "$operation was not sent $times times".self::instead());
    }

    public static function assertNotSent(string $operation): void
    {
        self::assertSent($operation, times: 0);
    }

    public static function assertNothingSent(): void
    {
        Assert::assertTrue(infusionsoft_recorded() === [], 'Something was sent to Keap'.self::instead());
    }

    /**
     * What Keap sends to the hook when these objects change: $this->postJson(...Keap::delivery('contact.edit', 5, 6)).
     *
     * @return array{string, array<string, mixed>} the address and the body
     */
    public static function delivery(string $event, int|string ...$ids): array
    {
        return [infusionsoft_hook_url(route('keap.hooks')), ['event_key' => $event, 'object_type' => strtok($event, '.'),
            'object_keys' => array_map(fn (int|string $id): array => ['id' => $id, 'timestamp' => gmdate('Y-m-d\TH:i:s\Z'), 'apiUrl' => ''], $ids)]];
    }

    private static function instead(): string
    {
        return ': sent were '.json_encode(array_column(infusionsoft_recorded(), 'operation'));
    }

    /** @param array<string, mixed> $request */
    private static function refuse(array $request): \RuntimeException
    {
        return new \RuntimeException("The test has no reply for $request[method] $request[path] of Keap: give one in Keap::fake(['".($request['operation'] ?? "$request[method] $request[path]")."' => …]).");
    }
}
