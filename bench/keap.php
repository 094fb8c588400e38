<?php
// Functions that all clients share. BENCH_BASE, BENCH_CA, BENCH_TOKEN and BENCH_VENDORS come from the environment.

const CONTACT = ['given_name' => 'Mary', 'family_name' => 'Jones', 'email_addresses' => [['email' => 'mary@example.com', 'field' => 'EMAIL1']]];

/** Loads a client of bench/clients: a function that creates a contact and tags it. */
function client(string $name): Closure
{
    return require __DIR__ . "/clients/$name.php";
}

/** Makes a client from a function that posts JSON and returns the reply as text. */
function pair(callable $post): Closure
{
    $base = getenv('BENCH_BASE');
    return static function () use ($post, $base): void {
        $contact = json_decode($post("$base/rest/v2/contacts", CONTACT), true);
        expect_tagged(json_decode($post("$base/rest/v2/tags/91/contacts:applyTags", ['contact_ids' => [$contact['id']]]), true)['results'] ?? null);
    };
}

function expect_tagged(?array $reply): void
{
    if (($reply[1001] ?? null) !== 'SUCCESS') {
        throw new RuntimeException('A wrong reply: ' . json_encode($reply));
    }
}

function headers(): array
{
    return ['Authorization' => 'Bearer ' . getenv('BENCH_TOKEN'), 'Accept' => 'application/json', 'Content-Type' => 'application/json'];
}

/** The post function for pair(), with ext/curl. */
function over(CurlHandle $handle): Closure
{
    return static function (string $url, array $body) use ($handle): string {
        curl_setopt_array($handle, [
            CURLOPT_URL => $url,
            CURLOPT_POSTFIELDS => json_encode($body),
            CURLOPT_HTTPHEADER => array_map(static fn ($name, $value) => "$name: $value", array_keys(headers()), headers()),
            CURLOPT_RETURNTRANSFER => true,
        ]);
        return curl_exec($handle) ?: throw new RuntimeException(curl_error($handle));
    };
}
