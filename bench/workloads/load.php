<?php
// wrk requests the page without a pause, as many at a time as there are workers, while PHP-FPM is reloaded, a worker gets SIGKILL, and the
// token becomes due.
const LOAD_SECONDS = 16;

/** Waits until so many seconds of the load have passed. */
function at(float $began, float $second): void
{
    usleep(max(0, (int) (1e6 * ($began + $second - microtime(true)))));
}

return static function (Scene $scene, string $client, string $link): array {
    visit($scene, $link, $client, ['-n', 4 * $scene->poolSize($link)]);
    $refreshes = $scene->counted('refreshes');
    // Due after seven eighths of its life.
    $scene->php('near', ['-r', "infusionsoft_token_import(['access_token' => getenv('BENCH_TOKEN'), 'refresh_token' => 'rt-1', 'expires_at' => time() + 14]);"]);
    $process = proc_open(['wrk', '-t', '1', '-c', (string) $scene->poolSize($link), '-d', LOAD_SECONDS . 's', '-s', __DIR__ . '/../load.lua',
        "http://127.0.0.1:$scene->visitors/$link?client=$client"], [['file', '/dev/null', 'r'], ['pipe', 'w']], $pipes);
    $began = microtime(true);
    at($began, 3);
    $scene->reload();
    at($began, 5);
    posix_kill($scene->workers($link)[0], SIGKILL);
    $output = stream_get_contents($pipes[1]);
    if (proc_close($process) !== 0 || !preg_match('/^\{.*\}$/m', $output, $found)) {
        throw new RuntimeException("wrk failed: $output");
    }
    if ($client === 'extension' && $scene->counted('refreshes') !== $refreshes + 1) {
        throw new RuntimeException('The token was refreshed ' . $scene->counted('refreshes') - $refreshes . ' times');
    }
    return json_decode($found[0], true, flags: JSON_THROW_ON_ERROR);
};
