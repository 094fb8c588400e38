<?php

// Runs each PHP sample of the documentation in a PHP of its own, once for each situation of situations.php. A sample
// passes when it ends well although nothing fails, and when each failure either leaves it as a documented exception or
// is logged. Usage: php run.php FOLDER/infusionsoft.so

require __DIR__ . '/extract.php';

$root = dirname(__DIR__, 2);
$files = [
    'README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'examples/laravel/README.md', 'ext/infusionsoft.stub.php',
    // tests/laravel/package runs those of docs/laravel.md in an application.
    ...array_diff(array_map(fn (string $path) => substr($path, strlen($root) + 1), glob("$root/docs/*.md")), ['docs/laravel.md']),
];
$situations = array_keys(require __DIR__ . '/situations.php');
$passed = $failed = 0;

function result(string $name, string $report): void
{
    global $passed, $failed;
    $report === '' ? $passed++ : $failed++;
    echo $report === '' ? 'ok' : 'not ok', " - $name\n", $report === '' ? '' : '    ' . str_replace("\n", "\n    ", trim($report)) . "\n";
}

/** @return array{resource, resource} the process and its output */
function start(string $extension, string $situation, string $code): array
{
    $process = proc_open(
        [PHP_BINARY, '-n', '-d', "extension=$extension", '-d', 'infusionsoft.store_path=/nonexistent',
            '-d', 'infusionsoft.client_id=id', '-d', 'infusionsoft.client_secret=secret', __DIR__ . '/situation.php', $situation],
        [['pipe', 'r'], ['pipe', 'w'], ['redirect', 1]],
        $pipes,
    );
    fwrite($pipes[0], $code);
    fclose($pipes[0]);
    return [$process, $pipes[1]];
}

function verdict(array $started): string
{
    [$process, $pipe] = $started;
    $output = stream_get_contents($pipe);
    proc_close($process);
    // Without its verdict, PHP ended early.
    return preg_match('/^verdict: (.*)\z/ms', $output, $found) === 1 ? $found[1] : "PHP ended early:\n$output";
}

$ran = [];
foreach ($files as $file) {
    foreach (samples("$root/$file") as $line => $code) {
        foreach (array_map(fn (string $situation) => start($argv[1], $situation, $code), $situations) as $number => $process) {
            $verdict = verdict($process);
            if ($verdict !== 'not concerned') {
                result("$file:$line, $situations[$number]", $verdict === 'good' ? '' : $verdict);
                $ran[$file][$line] = true;
            }
        }
    }
}

// Without these, a change of the extraction would let this test pass with nothing to do.
result('README.md and the guide have their samples', count($ran['README.md'] ?? []) >= 1 && count($ran, COUNT_RECURSIVE) >= 15 ? '' : json_encode($ran));
result('the stub has its samples', count($ran['ext/infusionsoft.stub.php'] ?? []) >= 5 ? '' : json_encode($ran));
result('CONTRIBUTING.md has its samples', count($ran['CONTRIBUTING.md'] ?? []) >= 2 ? '' : json_encode($ran));
echo "$passed passed, $failed failed, 0 skipped\n";
exit($failed > 0 ? 1 : 0);
