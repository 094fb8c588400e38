<?php

/** Whether the extension is loaded, and with which libraries. */
return static function (): array {
    $findings = [];
    if (!extension_loaded('infusionsoft')) {
        return [Finding::bad('This PHP (' . PHP_BINARY . ', ' . (php_ini_loaded_file() ?: 'without php.ini') . ') has not loaded the extension', how_to_load())];
    }
    $facts = facts();
    $findings[] = Finding::good('infusionsoft ' . phpversion('infusionsoft') . ', PHP ' . PHP_VERSION . (PHP_ZTS ? ' (thread-safe)' : '')
        . implode('', array_map(static fn (string $name): string => isset($facts[$name]) ? ", $name $facts[$name]" : '', ['libcurl', 'libsodium', 'Redis'])));
    return $findings;
};
