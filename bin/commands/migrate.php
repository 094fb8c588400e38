<?php

require __DIR__ . '/migrate/Scan.php';

const LEFT_OUT = ['vendor', 'node_modules', '.git', 'storage'];

/** @return Generator<string> the PHP files below a folder, without what Composer and npm put there */
function php_files(string $path): Generator
{
    if (is_file($path)) {
        yield $path;
        return;
    }
    is_dir($path) ?: throw new UsageError("$path is not a folder");
    $filter = new RecursiveCallbackFilterIterator(new RecursiveDirectoryIterator($path, FilesystemIterator::SKIP_DOTS),
        static fn (SplFileInfo $file): bool => !$file->isDir() || !in_array($file->getFilename(), LEFT_OUT, true));
    $paths = [];
    foreach (new RecursiveIteratorIterator($filter) as $file) {
        !$file->isFile() || !preg_match('/\.(php|phtml|inc)$/', $file->getFilename()) || $paths[] = $file->getPathname();
    }
    sort($paths);
    yield from $paths;
}

/** What to write instead, in one line. */
function new_form(array $entry): string
{
    $form = match ($entry['new']) {
        null => 'not in REST',
        '' => '',
        default => $entry['new'],
    };
    return implode('; ', array_filter([$form, $entry['note']], static fn (string $text): bool => $text !== ''));
}

return new Command('--scan=DIR [--json]', 'lists the calls of other clients for Keap in your code, with their new form',
    "Finds XML-RPC (which Keap switches off on 2026-12-31), infusionsoft/php-sdk, keap/keap-sdk, laravel-keap and
novaksolutions/infusionsoft-php-sdk in PHP files; vendor is left out. docs/migration.md has the whole table. Changes nothing.
Exit status 1 where something was found.",
    ['scan' => 'DIR', 'json' => ''], 0, 0,
    static function (Arguments $arguments, Terminal $terminal): int {
        $scan = new Scan();
        $all = [];
        $files = 0;
        foreach (php_files($arguments->option('scan') ?? throw new UsageError('Name a folder')) as $path) {
            $files++;
            foreach ($scan->text((string) file_get_contents($path)) as $entry) {
                $all[] = ['file' => $path] + $entry;
            }
        }
        if ($arguments->has('json')) {
            $terminal->json($all);
        } else {
            foreach ($all as $entry) {
                $terminal->line("$entry[file]:$entry[line]: " . $terminal->coloured($entry['old'], 'strong') . ' → ' . new_form($entry));
            }
            $missing = count(array_filter($all, static fn (array $entry): bool => $entry['new'] === null));
            $terminal->line(count($all) . " calls in $files files" . ($missing ? ", $missing of them without a direct form in REST" : '') . '.');
        }
        return $all === [] ? 0 : 1;
    });
