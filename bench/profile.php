<?php
// The cost of a process of PHP with and without a call, by callgrind and strace. See bench/profile.

require __DIR__ . '/../tests/keap/keap.inc';
require __DIR__ . '/../tests/net/authorities.inc';

$keap->authorize();
infusionsoft_request('GET', '/rest/v2/contacts');

// The system's directory of authorities, with the stand-in's.
$authorities = "$keap->folder/authorities";
directory_of_authorities($authorities, file_get_contents($keap->caFile));
file_put_contents("$keap->folder/bundle.pem", file_get_contents('/etc/ssl/certs/ca-certificates.crt') . file_get_contents($keap->caFile));

$settings = ['infusionsoft.ca_file' => '', 'infusionsoft.ca_path' => $authorities] + json_decode(file_get_contents("$keap->folder/settings.json"), true);
$call = 'infusionsoft_contact_create(["email" => "mary@example.com"]);';
$one = ['infusionsoft.ca_file' => $keap->caFile] + $settings;
$processes = [
    'PHP alone' => [PHP_BINARY, '-n', '-r', ''],
    'no call' => keap_php_command($settings, ['-r', '']),
    'token read' => keap_php_command($settings, ['-r', 'infusionsoft_token_status();']),
    'one call' => keap_php_command($settings, ['-r', $call]),
    'two calls' => keap_php_command($settings, ['-r', $call . $call]),
    'one call, bundle' => keap_php_command(['infusionsoft.ca_file' => "$keap->folder/bundle.pem"] + $settings, ['-r', $call]),
];

/** @return array<string, int> instructions by library, from a file of callgrind */
function instructions(string $file): array
{
    $names = $counts = [];
    $library = '';
    $called = false;
    foreach (file($file, FILE_IGNORE_NEW_LINES) as $line) {
        if (preg_match('/^c?ob=\((\d+)\)(?: (.*))?$/', $line, $found)) {
            $names[$found[1]] ??= basename($found[2] ?? '');
            $library = $line[0] === 'c' ? $library : $names[$found[1]];
        } elseif (str_starts_with($line, 'calls=')) {
            $called = true; // the next line is the sum of the called function, which is counted there
        } elseif (preg_match('/^[\d+*-]\S* (\d+)/', $line, $found)) {
            $counts[$library] = ($counts[$library] ?? 0) + ($called ? 0 : (int) $found[1]);
            $called = false;
        }
    }
    return $counts;
}

$columns = $systemCalls = [];
foreach ($processes as $name => $command) {
    (new KeapProcess(['/usr/bin/valgrind', '-q', '--tool=callgrind', "--callgrind-out-file=$keap->folder/callgrind", ...$command]))->output();
    $columns[$name] = instructions("$keap->folder/callgrind");
    (new KeapProcess(['/usr/bin/strace', '-o', "$keap->folder/strace", ...$command]))->output();
    $systemCalls[$name] = count(preg_grep('/^\w+\(/', file("$keap->folder/strace")));
}
$libraries = array_keys(array_filter($columns['one call'], static fn (int $count): bool => $count >= 10000));
usort($libraries, static fn (string $a, string $b): int => $columns['one call'][$b] <=> $columns['one call'][$a]);
$row = static fn (string $name, array $values): string => sprintf('%-22s', $name) . implode('', array_map(static fn ($value): string => sprintf('%18s', is_int($value) ? number_format($value) : $value), $values)) . "\n";
echo $row('instructions', array_keys($columns));
foreach ($libraries as $library) {
    echo $row($library, array_map(static fn (array $counts): int => $counts[$library] ?? 0, array_values($columns)));
}
echo $row('all', array_map(array_sum(...), array_values($columns))), $row('system calls', array_values($systemCalls)), "\n";

// CPU and memory of whole processes.
$cpu = static function (): float {
    $usage = getrusage(1);
    return 1e3 * ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e3;
};
$memory = ' echo array_sum(array_map(intval(...), preg_replace("/\D+/", "", preg_grep("/^Private_Dirty/", file("/proc/self/smaps_rollup")))));';
foreach (['no call' => [$settings, ''], 'a CA file of one certificate' => [$one, $call], 'a directory' => [$settings, $call], 'the bundle' => [['infusionsoft.ca_file' => "$keap->folder/bundle.pem"] + $settings, $call]] as $name => [$given, $code]) {
    $times = [];
    for ($round = 0; $round < 3; $round++) {
        $before = $cpu();
        for ($i = 0; $i < 20; $i++) {
            $private = (new KeapProcess(keap_php_command($given, ['-r', $code . $memory])))->output();
        }
        $times[] = ($cpu() - $before) / 20;
    }
    printf("%s: %.1f to %.1f ms of CPU, %s KB of private memory\n", $name, min($times), max($times), number_format((int) $private));
}
