<?php

/** A time as people read it, in the time zone of PHP. */
function time_text(?int $time): string
{
    return $time === null ? 'not known' : date('Y-m-d H:i:s', $time);
}

/** "in 3 h 5 min", "2 days ago". */
function distance_text(?int $time): string
{
    if ($time === null) {
        return 'not known';
    }
    $seconds = abs($time - time());
    $text = match (true) {
        $seconds < 2 => 'now',
        $seconds < 60 => "$seconds s",
        $seconds < 3600 => intdiv($seconds, 60) . ' min',
        $seconds < 86400 => intdiv($seconds, 3600) . ' h ' . intdiv($seconds % 3600, 60) . ' min',
        default => intdiv($seconds, 86400) . ' d ' . intdiv($seconds % 86400, 3600) . ' h',
    };
    return $text === 'now' ? $text : ($time < time() ? "$text ago" : "in $text");
}

/** What one says of a state. */
function state_text(array $status): string
{
    return match ($status['state']) {
        'missing' => 'not connected',
        'valid' => 'works',
        'refresh_due' => 'works; the next call refreshes it',
        'expired' => 'expired; the next call refreshes it',
        default => 'authorize again',
    };
}

/** " Did you mean …?", or "". */
function nearest(string $word, array $words): string
{
    $distances = array_combine($words, array_map(static fn (string $other): int => levenshtein($word, $other), $words));
    asort($distances);
    return current($distances) <= max(2, intdiv(2 * strlen($word), 5)) ? ' Did you mean "' . key($distances) . '"?' : '';
}

function short_name(Throwable $error): string
{
    return substr(strrchr('\\' . $error::class, '\\'), 1);
}

/** One line, for a file or a table. */
function one_line(string $text): string
{
    return trim(preg_replace('/\s+/', ' ', $text));
}

/** Of PHP's command line, with how the extension is enabled here. */
function how_to_load(): string
{
    $folder = ini_get('extension_dir');
    $file = "$folder/infusionsoft.so";
    if (!is_file($file)) {
        return "$file does not exist. Install it: pecl install infusionsoft-beta";
    }
    $ini = (string) php_ini_loaded_file();
    // Debian's php.ini belongs to one of its PHPs, for which phpenmod writes a line.
    return preg_match('~^/etc/php/[\d.]+/~', $ini) ? 'phpenmod infusionsoft' : 'echo extension=infusionsoft >>' . escapeshellarg($ini ?: PHP_CONFIG_FILE_PATH . '/php.ini');
}

/** All of stdin. Nothing secret is given as an argument: a shell keeps its history, and `ps` shows it. */
function standard_input(Terminal $terminal, string $what): string
{
    !stream_isatty(STDIN) || $terminal->note("$what; then press Ctrl-D:");
    return trim((string) stream_get_contents(STDIN));
}

function csv_line(array $cells): string
{
    $memory = fopen('php://memory', 'r+');
    fputcsv($memory, $cells, ',', '"', '');
    rewind($memory);
    return stream_get_contents($memory);
}

/** Whether a failure is no matter of one row: then the work ends, and can go on later. */
function stops(mixed $result): bool
{
    return $result instanceof Infusionsoft\AuthorizationException || $result instanceof Infusionsoft\ConfigurationException
        || $result instanceof Infusionsoft\StoreException || $result instanceof Infusionsoft\RateLimitException;
}

/** Whether Keap could not be reached, or could not answer, and nothing was changed there: another time it may go well. */
function is_outage(mixed $result): bool
{
    return $result instanceof Infusionsoft\Exception && !$result->maySent
        && ($result instanceof Infusionsoft\TransportException || ($result instanceof Infusionsoft\ApiException && $result->status >= 500));
}

/** Keap tells a very high number where it sets no limit. */
function limit_number(?int $calls): string
{
    return $calls === null ? '-' : ($calls >= 4294967294 ? 'no limit' : number_format($calls));
}
