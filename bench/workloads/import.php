<?php
// Contacts made by infusionsoft_batch() over HTTP/2, 20 ms away from a Keap without limits, beside the same made one after the other.
return static function (Scene $scene, string $client, int $count, int $inFlight, float $seconds): array {
    $before = $scene->counted('imports');
    $measured = json_decode($scene->php('import', [__DIR__ . '/../batch.php', $count, $inFlight, $seconds]), true);
    // nginx logs a call after it has answered.
    $scene->until(fn () => $scene->counted('imports') >= $before + $measured['before'] + $count);
    $connections = array_slice(file("$scene->folder/imports.log"), $before + $measured['before']);
    return [
        'contacts/s' => $measured['batch'],
        'contacts/s, one after the other' => $measured['serial'],
        'times the serial rate' => $measured['batch'] / $measured['serial'],
        'POSTs' => count($connections),
        'TLS handshakes' => count(array_unique($connections)),
        'peak memory of PHP, MB' => $measured['peak'],
    ];
};
