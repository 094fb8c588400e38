<?php
// 10,000 accounts in one store: the import of a new one, the first look-up of a process, the size of the file, and the refreshes of due tokens
// at the end of pages that do not call Keap.
const TENANTS = 10000;

/** The median time of the first status of a process in µs: by turns with one account in the store, and with all. */
function first_looks(Scene $scene, array $stores): array
{
    $times = array_fill_keys(array_keys($stores), []);
    for ($i = 0; $i < 41; $i++) {
        foreach ($stores as $name => [$store, $account]) {
            $code = "\$began = hrtime(true); infusionsoft_token_status('$account'); echo (hrtime(true) - \$began) / 1e3;";
            $times[$name][] = (float) $scene->php('near', ['-d', "infusionsoft.store_path=$store", '-d', 'infusionsoft.keepalive=0', '-r', $code]);
        }
    }
    return array_map(static function (array $times): float {
        sort($times);
        return $times[20];
    }, $times);
}

/** Pages for so many seconds: requests/s, the p99 in ms, and how many tokens were refreshed meanwhile. */
function pages(Scene $scene, int $seconds): array
{
    $before = $scene->counted('refreshes');
    $scene->output(['ab', '-q', '-k', '-c', '2', '-t', $seconds, '-n', 1000000, '-e', "$scene->folder/ab.csv", "http://127.0.0.1:$scene->visitors/near?client=none"]);
    preg_match('/^99,([\d.]+)/m', file_get_contents("$scene->folder/ab.csv"), $found);
    return [(float) $found[1], $scene->counted('refreshes') - $before];
}

return static function (Scene $scene, int $seconds): array {
    [$many, $one] = ["$scene->folder/tenants", "$scene->folder/tenant"];
    mkdir($many, 0700);
    mkdir($one, 0700);
    $import = fn (string $store, int $accounts): ?array => json_decode($scene->php('near', ['-d', "infusionsoft.store_path=$store", '-d', 'infusionsoft.keepalive=0', __DIR__ . '/../tenants.php', $accounts]), true);
    $import($one, 1);
    $imports = $import($many, TENANTS);
    $first = first_looks($scene, ['one' => [$one, 'tenant1'], 'many' => [$many, 'tenant5000']]);
    preg_match('/^ *1000000 +(\d+) +(\d+)/m', $scene->output(["$scene->folder/index", $scene->folder]), $index);
    // Into the store of the pages: more due tokens than can be refreshed in this time.
    [$undisturbed] = pages($scene, 5);
    $scene->php('near', ['-d', 'infusionsoft.keepalive=0', '-r', "foreach (range(1, 20 * $seconds) as \$i) { infusionsoft_token_import(['access_token' => \"at-\$i\", 'refresh_token' => \"rt-\$i\", 'expires_at' => time() + 3600, 'expires_in' => 86399], \"due\$i\"); }"]);
    [$disturbed, $refreshed] = pages($scene, $seconds);
    // The next workload counts refreshes.
    $scene->php('near', ['-d', 'infusionsoft.keepalive=0', '-r', "foreach (range(1, 20 * $seconds) as \$i) { infusionsoft_token_forget(\"due\$i\"); }"]);
    return [
        'import at 100 accounts, µs' => $imports['at 100'],
        'import at 10,000 accounts, µs' => $imports['at the end'],
        'first look-up of a process, 1 account, µs' => $first['one'],
        'first look-up of a process, 10,000 accounts, µs' => $first['many'],
        'look-up in an index of 1,000,000, ns' => (int) $index[2],
        'file per account, KiB' => filesize("$many/tokens") / 1024 / TENANTS,
        'p99 of a page, nothing due, ms' => $undisturbed,
        'p99 of a page while due tokens are refreshed, ms' => $disturbed,
        'refreshes/s' => $refreshed / $seconds,
        'time to refresh 10,000 due tokens, s' => $refreshed ? TENANTS * $seconds / $refreshed : INF,
    ];
};
