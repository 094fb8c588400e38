<?php

/** What an examination found. Of a bad one or a note, the command mends it, where one can. */
final class Finding
{
    private function __construct(public readonly string $state, public readonly string $what, public readonly ?string $command = null)
    {
    }

    public static function good(string $what): self
    {
        return new self('good', $what);
    }

    /** It stops no call. */
    public static function note(string $what, ?string $command = null): self
    {
        return new self('note', $what, $command);
    }

    public static function bad(string $what, ?string $command = null): self
    {
        return new self('bad', $what, $command);
    }

    /** Of a message of the extension: many end with the command. */
    public static function of_message(string $message, ?string $command = null): self
    {
        return preg_match('/^(.*?)[.:]? (?:To make it, run|Run|run): ((?:\S).*)$/s', $message, $found)
            ? self::bad($found[1], $found[2]) : self::bad($message, $command);
    }
}

/** The rows of phpinfo() about the extension, by name. */
function facts(): array
{
    ob_start();
    (new ReflectionExtension('infusionsoft'))->info();
    preg_match_all('/^(.+?) => (.*?)(?: => .*)?$/m', strip_tags(ob_get_clean()), $rows);
    return array_combine($rows[1], $rows[2]);
}

/** @return list<string> the php.ini files that were read, in their order */
function ini_files(): array
{
    $scanned = array_map(trim(...), explode(",", (string) php_ini_scanned_files()));
    return array_values(array_filter([(string) php_ini_loaded_file(), ...$scanned], is_file(...)));
}

/**
 * The lines of the php.ini files that set something of the extension.
 *
 * @return list<array{file: string, name: string, value: string}> the value as it is written
 */
function ini_lines(): array
{
    $lines = [];
    foreach (ini_files() as $file) {
        foreach (@file($file) ?: [] as $line) {
            if (preg_match('/^\s*(infusionsoft\.\w+)\s*=\s*(.*?)\s*$/', $line, $found)) {
                $lines[] = ['file' => $file, 'name' => $found[1], 'value' => $found[2]];
            }
        }
    }
    return $lines;
}

/** Removes the lines of php.ini that give a setting this value: what was set before, or the default, applies. */
function removal_of(string $name, string $value = ''): ?string
{
    $lines = array_filter(ini_lines(), static fn (array $line): bool => $line['name'] === $name && ($value === '' || str_contains($line['value'], $value)));
    $pattern = '\#^[[:space:]]*' . preg_quote($name, '#') . '[[:space:]]*=.*' . preg_quote($value, '#') . '#d';
    return $lines === [] ? null : 'sed -i ' . escapeshellarg($pattern) . ' ' . implode(' ', array_map(escapeshellarg(...), array_unique(array_column($lines, 'file'))));
}

/** Where a setting is best written. */
function ini_file(): string
{
    return current(array_column(ini_lines(), 'file')) ?: (ini_files()[0] ?? PHP_CONFIG_FILE_PATH . '/php.ini');
}

function setting_to_write(string $name, string $value): string
{
    return 'printf ' . escapeshellarg("$name = \"%s\"\\n") . ' ' . escapeshellarg($value) . ' >>' . escapeshellarg(ini_file());
}

/** Asks for the value, in bash: no secret in a shell history. */
function secret_to_write(string $name): string
{
    return "read -rsp 'infusionsoft.$name: ' value && printf " . escapeshellarg("infusionsoft.$name = \"%s\"\\n") . ' "$value" >>' . escapeshellarg(ini_file());
}
