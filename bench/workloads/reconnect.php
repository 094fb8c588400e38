<?php
// The loop of cli.php against a Keap that closes the connection after every call, with the system's CA bundle: cost of call and reconnect.
return static fn (Scene $scene, string $client, float $seconds): array => ['CPU/call, µs' => 1e6 * json_decode($client === 'limit'
    ? $scene->output(["$scene->folder/limit", $seconds], 'once')
    : $scene->php('once', [__DIR__ . '/../cli.php', $client, $seconds]), true)['cpu']];
