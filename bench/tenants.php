<?php
// tenants.php ACCOUNTS: imports so many accounts into the store, and prints as JSON what the import of a new one took at 100 and at the end, in µs.
// With fewer than 150 accounts it prints nothing.

$import = static function (int $i): float {
    $began = hrtime(true);
    infusionsoft_token_import(['access_token' => "at-$i", 'refresh_token' => "rt-$i", 'expires_in' => 86399], "tenant$i");
    return (hrtime(true) - $began) / 1e3;
};
$times = array_map($import, range(1, (int) $argv[1]));
$median = static function (array $times): float {
    sort($times);
    return $times[intdiv(count($times), 2)];
};
echo count($times) < 150 ? '' : json_encode(['at 100' => $median(array_slice($times, 50, 100)), 'at the end' => $median(array_slice($times, -100))]);
