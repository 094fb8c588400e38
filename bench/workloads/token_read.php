<?php
// The store's warm read, decryption included, beside the bare opening of as many bytes (a record of 200 bytes, tag 16).
return static function (Scene $scene, string $client): array {
    preg_match('/^ +200 +(\d+) ns +(\d+) ns$/m', $scene->output(["$scene->folder/token_read", "$scene->folder/read"]), $found);
    return ['bare open, ns' => (int) $found[1], 'read, ns' => (int) $found[2]];
};
