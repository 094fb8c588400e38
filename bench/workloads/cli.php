<?php
// A warm loop on the command line: CPU time and wall time per call.
const SETTINGS = ['api_key' => ['infusionsoft.api_key=KeapAK-0123456789', 'infusionsoft.store_path=/nonexistent']];

return static function (Scene $scene, string $client, float $seconds): array {
    $before = $scene->counted('handshakes');
    $output = $client === 'limit'
        ? $scene->output(["$scene->folder/limit", $seconds])
        : $scene->php('near', [...preg_replace('/^/', '-d', SETTINGS[$client] ?? []), __DIR__ . '/../cli.php', $client, $seconds]);
    $measured = json_decode($output, true, flags: JSON_THROW_ON_ERROR);
    return [
        'CPU/call, µs' => $measured['cpu'] * 1e6,
        'wall/call, µs' => $measured['wall'] * 1e6,
        // The loop's first handshake is not counted; the 40 calls that warm it up are.
        'handshakes/1,000 calls' => 1000 * max(0, $scene->counted('handshakes') - $before - 1) / ($measured['calls'] + 40),
    ];
};
