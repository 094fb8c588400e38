<?php

/** The stand-in for Keap: see tests/keap/README.md. */
final class Keap
{
    public readonly string $control;

    /** Where Keap's own pages are. */
    public readonly string $origin;

    /** @var array<string, string> */
    private readonly array $ready;

    public function __construct(Processes $processes, string $folder)
    {
        $processes->start('keap', ['node', dirname(__DIR__).'/keap/keap.mjs', '--workdir', $folder]);
        $processes->wait('Keap', fn () => str_ends_with((string) @file_get_contents("$folder/ready.json"), "\n"));
        $this->ready = json_decode(file_get_contents("$folder/ready.json"), true);
        $this->control = $this->ready['control'];
        $this->origin = $this->ready['https'];
    }

    /** The settings with which the extension reaches the stand-in, without the prefix infusionsoft. */
    public function settings(): array
    {
        return [
            'client_id' => $this->ready['client_id'],
            'client_secret' => $this->ready['client_secret'],
            'base_url' => $this->ready['https'].'/crm',
            'token_url' => $this->ready['https'].'/token',
            'authorize_url' => $this->ready['https'].'/app/oauth/authorize',
        ];
    }

    public function ask(string $method, string $path, array $given = []): array
    {
        $reply = @file_get_contents($this->control.$path, context: stream_context_create(['http' => [
            'method' => $method,
            'content' => $method === 'POST' ? json_encode($given ?: new stdClass) : '',
            'header' => 'Content-Type: application/json',
            'ignore_errors' => true,
            'timeout' => 90,
        ]]));
        $value = json_decode((string) $reply, true);

        return isset($value['error']) || ! is_array($value) ? throw new RuntimeException("$method $path: $reply") : $value;
    }

    /** The number of token requests of this kind with this outcome. */
    public function tokens(string $kind, string $outcome = 'ok'): int
    {
        return $this->ask('GET', '/counts')[$kind][$outcome];
    }

    /**
     * @return array<string, list<bool>> address => for each contact with this address, whether the contact has the tag
     */
    public function customers(string $tag): array
    {
        $state = $this->ask('GET', '/state');
        $tagged = array_column($state['tags'], 'contact_ids', 'id')[$tag];
        $customers = [];

        foreach ($state['contacts'] as $contact) {
            $customers[$contact['email_addresses'][0]['email']][] = in_array($contact['id'], $tagged, true);
        }

        return $customers;
    }
}
