<?php

/** A machine as an administrator has it: a php.ini in a file, a store, and the command. Its Keap is the stand-in. */
final class Site
{
    public readonly string $ini;
    public readonly string $store;
    private static int $number = 0;
    private readonly string $program;

    public int $status = 0;

    /** @param array<string, string|int|null> $settings null leaves one out */
    public function __construct(private readonly Keap $keap, array $settings = [], public readonly array $environment = [], ?string $folder = null)
    {
        $this->program = ($folder ?? dirname(__DIR__, 2)) . '/bin/infusionsoft';
        $extensions = $folder ?? ini_get('extension_dir');
        if ($folder === null) {
            $folder = "$keap->folder/site-" . ++self::$number;
            mkdir($folder, 0700);
        }
        $this->store = "$folder/store";
        mkdir($this->store, 0700);
        $this->ini = "$folder/php.ini";
        $given = $settings + ['infusionsoft.store_path' => $this->store] + json_decode(file_get_contents("$keap->folder/settings.json"), true);
        $text = "extension_dir=\"$extensions\"\nextension=infusionsoft\ndate.timezone=UTC\n";
        foreach (array_filter($given, static fn ($value): bool => $value !== null) as $name => $value) {
            $text .= "$name=" . keap_ini_value($value) . "\n";
        }
        file_put_contents($this->ini, $text);
    }

    /** Runs the command, without a terminal. Returns stdout and stderr. */
    public function command(array $words, string $input = ''): string
    {
        return $this->run([$this->program, ...$words], $input);
    }

    /** Runs a PHP of this machine. */
    public function php(string $code): string
    {
        return $this->run(['-r', $code]);
    }

    /** Runs a command as it was printed: `infusionsoft` is in the path. What it asks for is typed. It must succeed. */
    public function shell(string $command, string $typed = ''): void
    {
        $folder = dirname($this->ini) . '/path';
        @mkdir($folder);
        file_put_contents("$folder/infusionsoft", "#!/bin/sh\nPHP_INI_SCAN_DIR=/nonexistent exec " . implode(' ', array_map(escapeshellarg(...), [PHP_BINARY, '-c', $this->ini, $this->program])) . ' "$@"' . "\n");
        chmod("$folder/infusionsoft", 0755);
        $process = proc_open(['bash', '-c', $command], [['pipe', 'r'], ['pipe', 'w'], ['redirect', 1]], $pipes, env_vars: ['PATH' => "$folder:" . getenv('PATH')] + getenv());
        fwrite($pipes[0], "$typed\n");
        fclose($pipes[0]);
        $said = stream_get_contents($pipes[1]);
        same(0, proc_close($process), "$command: $said");
    }

    /** Starts a PHP of this machine. @return array{resource, resource, resource} process, its input, its output */
    public function start(array $words): array
    {
        $process = proc_open([PHP_BINARY, '-c', $this->ini, ...$words], [['pipe', 'r'], ['pipe', 'w'], ['redirect', 1]], $pipes, env_vars: $this->environment + ['PHP_INI_SCAN_DIR' => '/nonexistent'] + getenv());
        return [$process, $pipes[0], $pipes[1]];
    }

    private function run(array $words, string $input = ''): string
    {
        [$process, $in, $out] = $this->start($words);
        fwrite($in, $input);
        fclose($in);
        $output = stream_get_contents($out);
        $this->status = proc_close($process);
        return $output;
    }
}
