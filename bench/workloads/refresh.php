<?php
// 64 processes call at the same time with an expired token.
const PROCESSES = 64;

return static function (Scene $scene, string $client): array {
    static $round = 0;
    $account = 'storm' . ++$round;
    $scene->php('near', ['-d', 'infusionsoft.keepalive=0', '-r', "infusionsoft_token_import(['access_token' => 'at-0', 'refresh_token' => 'rt-0', 'expires_at' => time() - 1], '$account');"]);
    $before = $scene->counted('refreshes');
    $code = "echo 'ready'; fgets(STDIN); infusionsoft_contact_create(['email' => 'mary@example.com'], account: '$account'); echo 'called';";
    $processes = [];
    for ($i = 0; $i < PROCESSES; $i++) {
        $process = proc_open([...$scene->phpCommand('near'), '-r', $code], [['pipe', 'r'], ['pipe', 'w']], $pipes);
        $processes[] = [$process, ...$pipes];
    }
    foreach ($processes as [, , $output]) {
        fread($output, 5);
    }
    foreach ($processes as [, $input]) {
        fclose($input);
    }
    $failed = 0;
    foreach ($processes as [$process, , $output]) {
        $failed += stream_get_contents($output) === 'called' ? 0 : 1;
        proc_close($process);
    }
    return ['refreshes' => $scene->counted('refreshes') - $before, 'failed calls' => $failed];
};
