<?php

/**
 * The fenced blocks of a Markdown file. A block has a name if a file's name in backticks begins the paragraph before it, or
 * ends that paragraph with a colon.
 *
 * @return list<array{name: ?string, language: string, text: string, line: int}>
 */
function blocks(string $path): array
{
    $blocks = $paragraph = [];
    $block = null;
    foreach (file($path, FILE_IGNORE_NEW_LINES) as $number => $line) {
        if (!str_starts_with($line, '```')) {
            if ($block !== null) {
                $block['text'] .= "$line\n";
            } elseif ($line !== '') {
                $paragraph[] = $line;
            } elseif (($paragraph[array_key_last($paragraph)] ?? '') !== '') {
                $paragraph[] = '';
            }
        } elseif ($block === null) {
            $block = ['name' => name_before($paragraph), 'language' => substr($line, 3), 'text' => '', 'line' => $number + 1];
        } else {
            $blocks[] = $block;
            $block = null;
            $paragraph = [];
        }
    }
    return $blocks;
}

/** @param list<string> $lines the text before a block, with "" between paragraphs */
function name_before(array $lines): ?string
{
    $text = trim(implode("\n", $lines));
    $last = explode("\n\n", $text);
    $paragraph = end($last);
    return preg_match('~^`([\w./-]+)`~', $paragraph, $name) === 1 || preg_match('~`([\w./-]+)`:$~', $paragraph, $name) === 1 ? $name[1] : null;
}

/** The text of the block that a name or a language and a piece of text select; exactly one must fit. */
function block(array $blocks, ?string $name, string $language, string $piece = ''): string
{
    global $linesOfUsedBlocks;
    $found = array_values(array_filter($blocks, static fn (array $block): bool => ($name === null || $block['name'] === $name)
        && $block['language'] === $language && ($piece === '' || str_contains($block['text'], $piece))));
    count($found) === 1 || throw new RuntimeException(count($found) . ' blocks fit ' . json_encode([$name, $language, $piece]));
    $linesOfUsedBlocks[] = $found[0]['line'];
    return $found[0]['text'];
}

/** @return list<array> the documents of a YAML text */
function yaml(string $text): array
{
    $program = 'import json, sys, yaml; json.dump(list(yaml.load_all(sys.stdin, Loader=yaml.BaseLoader)), sys.stdout)';
    $process = proc_open(['/usr/bin/python3', '-c', $program], [['pipe', 'r'], ['pipe', 'w'], STDERR], $pipes);
    fwrite($pipes[0], $text);
    fclose($pipes[0]);
    $json = stream_get_contents($pipes[1]);
    return proc_close($process) === 0 ? json_decode($json, true, flags: JSON_THROW_ON_ERROR) : throw new RuntimeException('this YAML cannot be read');
}
