<?php

namespace App\Keap;

use Generator;

/** A CSV file in UTF-8 whose first line names the columns. Its cells are separated by commas, semicolons or tabs. */
final class CsvFile
{
    private const SEPARATORS = [',', ';', "\t"];

    /** @var list<string> the names in the first line */
    public readonly array $columns;

    private readonly string $separator;

    public function __construct(private readonly string $path)
    {
        // Excel writes semicolons where the comma is the decimal sign. The right separator gives the most cells.
        $heads = array_map($this->head(...), array_combine(self::SEPARATORS, self::SEPARATORS));
        uasort($heads, fn (array $a, array $b): int => count($b) <=> count($a));
        $this->separator = array_key_first($heads);
        $this->columns = array_map(fn (string $name, int $nth): string => $name !== '' ? $name : 'Column '.($nth + 1), $heads[$this->separator], array_keys($heads[$this->separator]));
    }

    /** Why no row of the file can be imported, in plain words; null where nothing is wrong. */
    public static function problem(string $path): ?string
    {
        $text = self::withoutMark((string) file_get_contents($path));

        if (trim($text) === '') {
            return 'This file is empty.';
        }

        if (! mb_check_encoding($text, 'UTF-8') || str_contains($text, "\0")) {
            return 'This file is not a CSV file in UTF-8. In Excel, choose "Save as" and the type "CSV UTF-8".';
        }

        $file = new self($path);

        return match (true) {
            str_contains(implode('', $file->columns), '@') => 'The first line must name the columns, such as "email". Here it is a contact already: add a line above it.',
            ! $file->rows()->valid() => 'This file has no rows below the line that names the columns.',
            default => null,
        };
    }

    /** @return Generator<int, list<string>> the rows that are not empty, by the numbers that a spreadsheet shows */
    public function rows(): Generator
    {
        foreach (self::records($this->path, $this->separator) as $number => $row) {
            if ($number > 1 && trim(implode('', $row)) !== '') {
                yield $number => $row;
            }
        }
    }

    /** @return Generator<int, list<string>> all records of a file, numbered from 1 */
    public static function records(string $path, string $separator = ','): Generator
    {
        $file = @fopen($path, 'r');

        for ($number = 1; $file !== false && ($row = fgetcsv($file, null, $separator, '"', '')) !== false; $number++) {
            yield $number => array_map(strval(...), $row);
        }
    }

    /** @return list<string> */
    private function head(string $separator): array
    {
        $records = self::records($this->path, $separator);

        return $records->valid() ? array_map(fn (string $name): string => trim(self::withoutMark($name), " \t\""), $records->current()) : [];
    }

    /** Without the byte order mark that Excel writes. */
    private static function withoutMark(string $text): string
    {
        return str_starts_with($text, "\xEF\xBB\xBF") ? substr($text, 3) : $text;
    }
}
