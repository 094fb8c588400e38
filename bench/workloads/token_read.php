<?php
// The store's warm read, decryption included, and the bare decryption of as many bytes (a record of 200 bytes, 16 bytes of tag).
return static function (Scene $scene, string $client): array {
    preg_match('/^ +200 +(\d+) ns +(\d+) ns$/m', $scene->output(["$scene->folder/token_read", "$scene->folder/read"]), $found);
    return ['bare decryption, ns' => (int) $found[1], 'read, ns' => (int) $found[2]];
};
