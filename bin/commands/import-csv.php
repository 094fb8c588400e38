<?php

/** Rows in succession that Keap did not answer: the import stops then, because the other rows would meet the same. */
const OUTAGES_MAX = 10;

/** Reads rows of a CSV file as contacts. */
final class ContactFile
{
    /** Texts of a contact that a column can hold. Others are custom fields, as "custom_fields.NAME". */
    private const FIELDS = ['given_name', 'family_name', 'middle_name', 'preferred_name', 'prefix', 'suffix', 'job_title', 'website', 'birth_date', 'anniversary_date', 'contact_type',
        'owner_id', 'lead_source_id', 'source_type', 'time_zone', 'preferred_locale', 'spouse_name', 'referral_code', 'email', 'phone', 'opt_in_reason'];

    /** @var list<string> the column's fields; '' is left out */
    private array $fields;
    private $file;
    public readonly int $rows;

    /** @param array<string, string> $map column => field */
    public function __construct(public readonly string $path, array $map, private readonly string $separator)
    {
        $this->file = @fopen($path, 'r') ?: throw new UsageError("$path cannot be read");
        $head = fgetcsv($this->file, null, $separator, '"', '');
        is_array($head) && $head !== [null] ?: throw new UsageError("$path has no line with the names of its columns");
        $head[0] = preg_replace('/^\xEF\xBB\xBF/', '', $head[0]);
        $unknown = array_diff(array_keys($map), $head);
        $unknown === [] ?: throw new UsageError("$path has no column \"" . current($unknown) . '". Columns: ' . implode(', ', $head));
        $this->fields = array_map(static fn (string $column): string => self::field($map[$column] ?? trim($column)), $head);
        in_array('email', $this->fields, true) ?: throw new UsageError("$path has no column email: name it, --map='Your column=email'");
        $this->rows = $this->count();
    }

    private static function field(string $name): string
    {
        if ($name === '-' || in_array($name, self::FIELDS, true) || str_starts_with($name, 'custom_fields.')) {
            return $name === '-' ? '' : $name;
        }
        throw new UsageError("\"$name\" is not a field of a contact." . nearest($name, self::FIELDS)
            . " Name it with --map='$name=FIELD', or leave it out with --map='$name=-'. Fields: " . implode(', ', self::FIELDS) . ', custom_fields.NAME');
    }

    private function count(): int
    {
        $at = ftell($this->file);
        for ($rows = 0; fgetcsv($this->file, null, $this->separator, '"', '') !== false; $rows++) {
        }
        fseek($this->file, $at);
        return $rows;
    }

    /** @return Generator<int, list<string>> the rows by their number, from 2 as in a spreadsheet */
    public function read(): Generator
    {
        for ($number = 2; ($row = fgetcsv($this->file, null, $this->separator, '"', '')) !== false; $number++) {
            if ($row !== [null]) {
                yield $number => $row;
            }
        }
    }

    /** Empty cells are left out, so that they empty nothing in Keap. */
    public function contact(array $row): array
    {
        count($row) === count($this->fields) ?: throw new ValueError('The row has ' . count($row) . ' cells, the first line ' . count($this->fields));
        $contact = [];
        foreach ($this->fields as $column => $field) {
            $text = trim((string) $row[$column]);
            if ($field === '' || $text === '') {
                continue;
            }
            if (str_starts_with($field, 'custom_fields.')) {
                $contact['custom_fields'][substr($field, strlen('custom_fields.'))] = $text;
            } else {
                $contact[$field] = $text;
            }
        }
        return $contact;
    }

    public function address(array $row): string
    {
        return strtolower(trim((string) ($row[array_search('email', $this->fields, true)] ?? '')));
    }
}

/** Which rows are done, in a file beside the CSV: an import that was ended goes on where it was. */
final class Done
{
    private array $done = [];
    private $file;

    public function __construct(public readonly string $path)
    {
        $this->done = is_file($path) ? array_fill_keys(array_map(intval(...), file($path)), true) : [];
        $this->file = @fopen($path, 'a') ?: throw new UsageError("$path cannot be written");
        flock($this->file, LOCK_EX | LOCK_NB) ?: throw new UsageError('This file is being imported by another process');
    }

    public function has(int $row): bool
    {
        return isset($this->done[$row]);
    }

    public function add(int $row): void
    {
        $this->done[$row] = true;
        fwrite($this->file, "$row\n");
    }

    public function count(): int
    {
        return count($this->done);
    }

    public function forget(): void
    {
        unlink($this->path);
    }
}

/** @return array<string, string> column => field, of "Column=field,Other=-" */
function map_of(string $text): array
{
    $map = [];
    foreach (array_filter(explode(',', $text)) as $pair) {
        str_contains($pair, '=') ?: throw new UsageError("\"$pair\" is not COLUMN=FIELD");
        [$column, $field] = explode('=', $pair, 2);
        $map[trim($column)] = trim($field);
    }
    return $map;
}

/**
 * The jobs of a batch. Rows with the address of an earlier row are left for later: side by side one could undo the other.
 *
 * @param array<int, list<string>> $later    gets these rows
 * @param array<int, list<string>> $underWay gets the others while they are under way
 */
function jobs(ContactFile $file, Done $done, array &$later, array &$underWay, callable $import): Generator
{
    $seen = [];
    foreach ($file->read() as $number => $row) {
        if ($done->has($number)) {
            continue;
        }
        $address = $file->address($row);
        if (isset($seen[$address])) {
            $later[$number] = $row;
            continue;
        }
        $seen[$address] = true;
        $underWay[$number] = $row;
        yield $number => static fn (): array => $import($row);
    }
}

return new Command('FILE [--map=COLUMN=FIELD,…] [--tag=ID,…] [--separator=;] [--errors=FILE] [--in-flight=N] [--account=NAME]', 'creates or updates a contact for each row of a CSV file',
    "The first line names the columns: given_name, family_name, email, phone, opt_in_reason and other texts of a contact, or
custom_fields.NAME. --map='First name=given_name,Notes=-' names them otherwise, or leaves some out. A row is matched by its
email; empty cells change nothing. Rows that fail are written to FILE.errors.csv with the reason, and the import goes on. It stops
while Keap cannot be reached, and no row fails for that. If it is ended, the same command goes on where it was (FILE.done). Visitors' calls come first.",
    ['map' => 'COLUMN=FIELD', 'tag' => 'ID', 'separator' => 'CHARACTER', 'errors' => 'FILE', 'in-flight' => 'N'], 1, 1,
    static function (Arguments $arguments, Terminal $terminal): int {
        $path = $arguments->words[0];
        $separator = $arguments->option('separator', ',');
        strlen($separator) === 1 ?: throw new UsageError('--separator is one character');
        $tags = array_filter(explode(',', $arguments->option('tag', '')));
        $file = new ContactFile($path, map_of($arguments->option('map', '')), $separator);
        $done = new Done("$path.done");
        $before = $done->count();
        $errors = $arguments->option('errors', "$path.errors.csv");
        $account = $arguments->account();
        $import = static function (array $row) use ($file, $tags, $account): array {
            $contact = infusionsoft_contact_upsert($file->contact($row), account: $account);
            $tags === [] || infusionsoft_tag_apply($tags, $contact['id'], $account);
            return $contact;
        };
        ini_set('infusionsoft.priority', 'low');

        $failed = 0;
        $note = static function (int $number, array $row, mixed $result) use ($done, $errors, $terminal, $file, &$failed): void {
            if ($result instanceof Throwable) {
                $failed++;
                file_put_contents($errors, csv_line([$number, short_name($result) . ': ' . one_line($result->getMessage()), ...$row]), FILE_APPEND);
            }
            $done->add($number); // last: a row that fails is reported twice rather than not at all
            $terminal->progress($done->count(), $file->rows, "$failed failed");
        };
        $later = $texts = [];
        $outages = 0;
        foreach (infusionsoft_batch(jobs($file, $done, $later, $texts, $import), in_flight: $arguments->number('in-flight', 32)) as $number => $result) {
            $outages = is_outage($result) ? $outages + 1 : 0;
            stops($result) || $outages >= OUTAGES_MAX and throw $result;
            if ($outages > 0) {
                $later[$number] = $texts[$number];
            } else {
                $note($number, $texts[$number], $result);
            }
            unset($texts[$number]);
        }
        foreach ($later as $number => $row) {
            try {
                $result = $import($row);
            } catch (ValueError | TypeError | Infusionsoft\Exception $result) {
            }
            stops($result) || is_outage($result) and throw $result;
            $note($number, $row, $result);
        }
        $terminal->line(($done->count() - $before - $failed) . ' rows imported' . ($before ? ", $before before" : '') . ($failed ? ", $failed failed: $errors" : '') . '.');
        $done->forget();
        return $failed ? 1 : 0;
    });
