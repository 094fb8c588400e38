<?php
// Creates contacts by infusionsoft_batch() over HTTP/2, at 20 ms round trip and without limits; and the same contacts serially.
return static function (Scene $scene, string $client, int $count, int $inFlight, float $seconds): array {
    $before = $scene->counted('imports');
    $measured = json_decode($scene->php('import', [__DIR__ . '/../batch.php', $count, $inFlight, $seconds]), true);
    // nginx writes its log line after it has sent the reply.
    $scene->until(fn () => $scene->counted('imports') >= $before + $measured['before'] + $count);
    $connections = array_slice(file("$scene->folder/imports.log"), $before + $measured['before']);
    return [
        'contacts/s' => $measured['batch'],
        'contacts/s, serial' => $measured['serial'],
        'batch rate / serial rate' => $measured['batch'] / $measured['serial'],
        'POSTs' => count($connections),
        'TLS handshakes' => count(array_unique($connections)),
        'peak memory of PHP, MB' => $measured['peak'],
    ];
};
