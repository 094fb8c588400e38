<?php

/** What the command prints: text, tables and a progress bar. Colours and the bar only where a person looks at a terminal. */
final class Terminal
{
    private const COLOURS = ['good' => '32', 'warning' => '33', 'bad' => '31', 'strong' => '1', 'weak' => '2'];

    private readonly bool $colours;
    private bool $barShown = false;

    public function __construct()
    {
        $this->colours = stream_isatty(STDOUT) && getenv('NO_COLOR') === false && getenv('TERM') !== 'dumb';
    }

    public function line(string $text = ''): void
    {
        $this->clearBar();
        fwrite(STDOUT, self::printable($text) . "\n");
    }

    /** For people only: what follows on stdout may be read by a program. */
    public function note(string $text): void
    {
        $this->clearBar();
        fwrite(STDERR, self::printable($text) . "\n");
    }

    public function coloured(string $text, string $meaning): string
    {
        return $this->colours ? "\e[" . self::COLOURS[$meaning] . "m$text\e[0m" : $text;
    }

    public function json(mixed $value): void
    {
        $this->line(json_encode($value, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE | JSON_PRESERVE_ZERO_FRACTION));
    }

    /** @param list<list<string>> $rows the first one is the head */
    public function table(array $rows): void
    {
        $widths = [];
        foreach ($rows as $row) {
            foreach ($row as $column => $text) {
                $widths[$column] = max($widths[$column] ?? 0, self::width($text));
            }
        }
        foreach ($rows as $number => $row) {
            $cells = [];
            foreach ($row as $column => $text) {
                $cells[] = $text . str_repeat(' ', $widths[$column] - self::width($text));
            }
            $line = rtrim(implode('  ', $cells));
            $this->line($number === 0 ? $this->coloured($line, 'weak') : $line);
        }
    }

    /** Shows how far the work is, on a terminal only. */
    public function progress(int $done, ?int $of, string $rest): void
    {
        if (!stream_isatty(STDERR)) {
            return;
        }
        $share = $of ? min(1, $done / $of) : 0;
        $bar = $of ? '[' . str_pad(str_repeat('=', (int) (30 * $share)), 30) . '] ' . sprintf('%3d %% ', 100 * $share) : '';
        fwrite(STDERR, "\r\e[K$bar$done" . ($of ? " of $of" : '') . ", $rest");
        $this->barShown = true;
    }

    public function clearBar(): void
    {
        if ($this->barShown) {
            fwrite(STDERR, "\r\e[K");
            $this->barShown = false;
        }
    }

    /** The screen begins again: for what is shown live. */
    public function clear(): void
    {
        !stream_isatty(STDOUT) || fwrite(STDOUT, "\e[H\e[2J");
    }

    /** Columns on the screen: letters, without colours and without what has no width. */
    private static function width(string $text): int
    {
        return preg_match_all('/\X/u', preg_replace('/\e\[\d*m/', '', $text)) ?: strlen($text);
    }

    /** What comes from Keap or a file must not steer the terminal. */
    private static function printable(string $text): string
    {
        return preg_replace('/\e(?!\[\d*m)|[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f]/', '?', $text);
    }
}
