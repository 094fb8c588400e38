<?php

/** The report of a run: the machine, the targets, and all measured values. */
function report(Results $results, string $machine, array $missing, bool $quick): string
{
    return $machine . "\n"
        . ($quick ? "\nA quick run, for development only: its figures are not accurate.\n" : '')
        . ($missing ? "\nNot measured, because Composer could not install them here: " . implode(', ', $missing) . ".\n" : '')
        . sprintf("\n%s\n%s\n%s\n", target_table(targets($results)), $results->table(), load_text());
}

/** Date, machine and versions, in one line. */
function machine(Scene $scene, array $versions): string
{
    $curl = json_decode($scene->php('near', ['-r', 'echo json_encode(curl_version());']), true);
    $names = array_map(static fn ($package, $version) => "$package $version", array_keys($versions), $versions);
    return sprintf('%s, PHP %s, libcurl %s, %s, %s', machine_text(), PHP_VERSION, $curl['version'], $curl['ssl_version'], implode(', ', $names));
}

/** Writes the report between the two marks of docs/performance.md, and the chart to docs/performance.svg. */
function write_docs(string $report, string $chart): void
{
    write_between_marks('performance.md', $report);
    file_put_contents(__DIR__ . '/../docs/performance.svg', $chart);
}
