<?php

/** The report of a run: the machine, the targets, and all measured values. */
function report(Results $results, string $machine, array $missing, bool $quick): string
{
    return $machine . "\n"
        . ($quick ? "\nA quick run, for development only: its figures are not accurate.\n" : '')
        . ($missing ? "\nNot measured, because Composer could not install them here: " . implode(', ', $missing) . ".\n" : '')
        . sprintf("\n%s\n%s\nLoad average at the end: %s\n", targets($results), $results->table(), implode(' ', array_map(static fn ($load) => round($load, 1), sys_getloadavg())));
}

/** Date, machine and versions, in one line. */
function machine(Scene $scene, array $versions): string
{
    $curl = json_decode($scene->php('near', ['-r', 'echo json_encode(curl_version());']), true);
    preg_match('/^model name\s*: (.*)$/m', (string) @file_get_contents('/proc/cpuinfo'), $model);
    preg_match('/^PRETTY_NAME="?([^"]*)/m', (string) @file_get_contents('/etc/os-release'), $system);
    $names = array_map(static fn ($package, $version) => "$package $version", array_keys($versions), $versions);
    return sprintf('%s, %s cores of %s, %s, PHP %s, libcurl %s, %s, %s', date('Y-m-d'), trim((string) shell_exec('nproc')), $model[1] ?? php_uname('m'), $system[1] ?? PHP_OS,
        PHP_VERSION, $curl['version'], $curl['ssl_version'], implode(', ', $names));
}

/** Writes the report between the two marks of docs/performance.md, and the chart to docs/performance.svg. */
function write_docs(string $report, string $chart): void
{
    $docs = __DIR__ . '/../docs';
    $written = preg_replace_callback('/(<!-- bench -->\n).*(<!-- end of bench -->)/s', static fn (array $marks) => "$marks[1]\n$report\n$marks[2]", file_get_contents("$docs/performance.md"), 1, $count);
    $count === 1 ?: throw new RuntimeException('docs/performance.md has lost its marks');
    file_put_contents("$docs/performance.md", $written);
    file_put_contents("$docs/performance.svg", $chart);
}
