<?php

/**
 * The PHP samples of a file: the fenced blocks of a Markdown file that are PHP or hold <?php, or the indented blocks in
 * the comments of a PHP file.
 *
 * @return array<int, string> line => code without <?php
 */
function samples(string $path): array
{
    $lines = file($path, FILE_IGNORE_NEW_LINES);
    $samples = str_ends_with($path, '.md') ? fenced($lines) : indented($lines);
    return array_map(complete(...), $samples);
}

/** @return array<int, string> */
function fenced(array $lines): array
{
    $samples = [];
    $language = $block = null;
    foreach ($lines as $number => $line) {
        if (preg_match('/^\s*```(\w*)$/', $line, $fence) !== 1) {
            $block[] = $line;
        } elseif ($language === null) {
            [$language, $block] = [$fence[1], []];
        } else {
            $code = implode("\n", $block);
            if ($language === 'php') {
                $samples[$number + 1 - count($block)] = $code;
            } elseif (preg_match('/<\?php\n(.*)\?>/s', $code, $found) === 1) {
                $samples[$number + 1 - count($block)] = $found[1];
            }
            $language = null;
        }
    }
    return $samples;
}

/** @return array<int, string> */
function indented(array $lines): array
{
    $samples = [];
    $first = null;
    foreach ($lines as $number => $line) {
        // A sample begins after an empty line of the comment.
        if (preg_match('/^ *\*     (.*)$/', $line, $code) === 1 && ($first !== null || trim($lines[$number - 1]) === '*')) {
            $samples[$first ??= $number + 1][] = $code[1];
        } else {
            $first = null;
        }
    }
    return array_map(fn (array $code) => implode("\n", $code), $samples);
}

/** Puts something in the place of each "…", which stands for code or text of the reader. */
function complete(string $code): string
{
    return strtr($code, ['{ … }' => '{ }', "'…'" => "'x'", '=> …' => '=> null']);
}
