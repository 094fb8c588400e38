<?php

/** The targets, each with the value that this run measured. */
function targets(Results $results): array
{
    $rate = static fn (string $workload, string $to) => $results->has($workload, $to) ? $results->ratio($workload, 'requests/s', 'extension', $to) : null;
    $growth = $results->measure('memory', 'extension', 'growth');
    $process = static fn (string $authorities) => $results->median("first call of a process, $authorities", 'extension', 'CPU/process, ms');
    $load = static fn (int $workers) => $results->ratio("load, $workers workers", 'p99.9, ms', 'extension', 'limit');
    $tenants = static fn (string $measure) => $results->median('tenants', 'extension', $measure);
    $fair = static fn (string $measure) => $results->median('a call beside batches', 'extension', $measure);
    $cold = $process('system CA') / $process('one-certificate file');
    // Without keap-sdk, Guzzle stands in for it: Guzzle alone is faster, so the target is harder to meet.
    [$sdk, $named] = $results->has('FPM, system CA', 'keap-sdk') ? ['keap-sdk', 'keap-sdk'] : ['guzzle', 'Guzzle, which keap-sdk uses'];
    return [
        ['FPM requests/s, relative to the limit, in pairs', '≥', 0.95, $rate('FPM in pairs', 'limit')],
        ["FPM requests/s, relative to $named, system CA", '≥', 40, $rate('FPM, system CA', $sdk)],
        ["FPM requests/s, relative to $named, one-certificate file", '≥', 6, $rate('FPM, one-certificate file', $sdk)],
        ['p50 at 20 ms round trip, relative to the limit', '≤', 1.05, $results->ratio('FPM, 20 ms round trip', 'p50, ms', 'extension', 'limit')],
        ['p99.9 of a page under load, 4 workers, relative to the limit', '≤', 1.2, $load(Scene::WORKERS)],
        ['p99.9 of a page under load, 64 workers, relative to the limit', '≤', 1.2, $load(Scene::CROWD)],
        ['CLI CPU per call, relative to plain C', '≤', 1.3, $results->ratio('CLI', 'CPU/call, µs', 'extension', 'limit')],
        ['CPU of a reconnect and its call, system CA, µs', '≤', 1000, $results->median('reconnect', 'extension', 'CPU/call, µs')],
        ['token read, relative to one bare decryption', '≤', 1.5, $results->median('token read', 'extension', 'read, ns') / $results->median('token read', 'extension', 'bare decryption, ns')],
        ['TLS handshakes per 1,000 calls', '≤', 1, $results->median('FPM, system CA', 'extension', 'handshakes/1,000 calls')],
        ['import at 20 ms round trip, relative to the serial rate', '≥', 20, $results->median('import, 32 in flight', 'extension', 'batch rate / serial rate')],
        ['CPU of a process with one pair of calls, relative to a one-certificate file', '≤', 1.5, $cold],
        ['KB per worker above plain PHP, system CA', '≤', 600, $results->median('memory', 'extension', 'above plain PHP, KB/worker')],
        [$growth, '≤', 0, $results->median('memory', 'extension', $growth)],
        ['longest call beside batches of 128, relative to its fair share', '≤', 1, $fair('longest call, relative to its fair share')],
        ['calls refused beside batches of 128', '≤', 0, $fair('refused calls')],
        ["share of Keap's limit that is used meanwhile, %", '≥', 97, $fair('share of the limit, %')],
        ['import of a new account at 10,000, relative to that at 100', '≤', 2, $tenants('import at 10,000 accounts, µs') / $tenants('import at 100 accounts, µs')],
        ['first look-up of a process at 10,000 accounts, above that at one, µs', '≤', 50, $tenants('first look-up of a process, 10,000 accounts, µs') - $tenants('first look-up of a process, 1 account, µs')],
        ['look-up in an index of 1,000,000 accounts, ns', '≤', 1000, $tenants('look-up in an index of 1,000,000, ns')],
        ['file per account at 10,000 accounts, KiB', '≤', 8.25, $tenants('file per account, KiB')],
        ['time to refresh 10,000 due tokens, s', '≤', 10800, $tenants('time to refresh 10,000 due tokens, s')],
        ['refreshes of 64 processes', '≤', 1, $results->median('64 processes, expired token', 'extension', 'refreshes')],
        ['failed calls of 64 processes', '≤', 0, $results->median('64 processes, expired token', 'extension', 'failed calls')],
    ];
}
