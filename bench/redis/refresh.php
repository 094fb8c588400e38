<?php
// A refresh of one host, with Keap 20 ms away: without Redis, and with Redis 1 ms and 20 ms away. A refresh opens its own connections.

const REFRESHES = 'for ($i = 0; $i < %d; $i++) {
        $began = hrtime(true);
        infusionsoft_token_refresh(force: true);
        echo hrtime(true) - $began, "\n";
    }';

return static function (Bed $bed, Results $results, int $times): void {
    foreach (['without Redis' => null, 'Redis 1 ms away' => 1.0, 'Redis 20 ms away' => 20.0] as $name => $ms) {
        $host = $bed->hosts[0];
        prepare($bed, $ms === null ? [] : [$host], redisMs: $ms ?? 0, keapMs: 20);
        $ms !== null ?: $bed->authorize([$host]);
        $output = '';
        $commands = $bed->redis->counted(static function () use ($host, $times, &$output): void {
            $output = $host->php(sprintf(REFRESHES, $times))->output;
        });
        foreach (explode("\n", trim($output)) as $nanoseconds) {
            preg_match('/^\d+$/', $nanoseconds) ?: throw new RuntimeException($output);
            $results->add('refresh, Keap 20 ms away', $name, ['ms' => (int) $nanoseconds / 1e6]);
        }
        $results->add('refresh, Keap 20 ms away', $name, ['commands/refresh' => ($commands['eval'] ?? 0) / $times]);
    }
};
