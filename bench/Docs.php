<?php

/** Date, cores, processor and system, in one line. */
function machine_text(): string
{
    preg_match('/^model name\s*: (.*)$/m', (string) @file_get_contents('/proc/cpuinfo'), $model);
    preg_match('/^PRETTY_NAME="?([^"]*)/m', (string) @file_get_contents('/etc/os-release'), $system);
    return sprintf('%s, %s cores of %s, %s', date('Y-m-d'), trim((string) shell_exec('nproc')), $model[1] ?? php_uname('m'), $system[1] ?? PHP_OS);
}

function load_text(): string
{
    return 'Load average at the end: ' . implode(' ', array_map(static fn ($load) => round($load, 1), sys_getloadavg()));
}

/** With more digits where three would hide on which side of the bound the value is. */
function figure_beside(float $value, float $bound): string
{
    $text = figure($value);
    for ($digits = 2; $digits <= 6 && $value != $bound && (float) str_replace(',', '', $text) == $bound; $digits++) {
        $text = number_format($value, $digits);
    }
    return $text;
}

/** @param list<array{string, string, float, ?float}> $targets what is wanted, ≥ or ≤, the bound, and what was measured */
function target_table(array $targets): string
{
    $lines = "| target | wanted | measured | |\n| --- | --- | ---: | --- |\n";
    foreach ($targets as [$what, $sign, $bound, $value]) {
        $met = $value !== null && ($sign === '≥' ? $value >= $bound : $value <= $bound);
        $lines .= sprintf("| %s | %s %s | %s | %s |\n", $what, $sign, figure($bound), $value === null ? '' : figure_beside($value, $bound), $met ? 'met' : 'not met');
    }
    return $lines;
}

/** Writes the report between the two marks of a page in docs/. */
function write_between_marks(string $page, string $report): void
{
    $file = __DIR__ . "/../docs/$page";
    $replace = static fn (array $marks) => "$marks[1]\n$report\n$marks[2]";
    $written = preg_replace_callback('/(<!-- bench -->\n).*(<!-- end of bench -->)/s', $replace, file_get_contents($file), 1, $count);
    $count === 1 ?: throw new RuntimeException("docs/$page has lost its marks");
    file_put_contents($file, $written);
}
