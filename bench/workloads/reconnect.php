<?php
// The same loop where Keap ends the connection after every call, with the system's CA bundle: what a reconnect costs beside the call.
return static fn (Scene $scene, string $client, float $seconds): array => ['CPU/call, µs' => 1e6 * json_decode($client === 'limit'
    ? $scene->output(["$scene->folder/limit", $seconds], 'once')
    : $scene->php('once', [__DIR__ . '/../cli.php', $client, $seconds]), true)['cpu']];
