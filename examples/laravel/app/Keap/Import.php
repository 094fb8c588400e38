<?php

namespace App\Keap;

use Closure;
use Generator;
use Illuminate\Http\UploadedFile;
use Illuminate\Support\Facades\File;
use Illuminate\Support\Str;
use RuntimeException;

/**
 * One import of a CSV file. Its folder holds the file, what is known about it (about.json), and a journal with a line for
 * each row that is done. So whoever goes on with it, also after a worker was killed, knows which rows are left.
 */
final class Import
{
    /** The file, its failed rows and the journal are personal data: they are removed after so many days. */
    private const KEPT_DAYS = 30;

    private function __construct(public readonly string $id) {}

    public static function take(UploadedFile $upload): self
    {
        $import = new self((string) Str::uuid());
        $upload->move($import->path(), 'contacts.csv');
        $file = $import->file();
        $import->note(['name' => $upload->getClientOriginalName(), 'columns' => $file->columns, 'rows' => iterator_count($file->rows()), 'begun' => time()]);

        return $import;
    }

    public static function find(string $id): self
    {
        $import = new self($id);

        return is_file($import->path('about.json')) ? $import : abort(404);
    }

    /** @return list<self> the newest first */
    public static function all(): array
    {
        $imports = array_map(fn (string $about): self => new self(basename(dirname($about))), glob(storage_path('app/keap-imports/*/about.json')) ?: []);
        usort($imports, fn (self $a, self $b): int => $b->about('begun') <=> $a->about('begun'));

        return $imports;
    }

    public static function prune(): void
    {
        foreach (self::all() as $import) {
            $import->about('begun') < time() - self::KEPT_DAYS * 86_400 && File::deleteDirectory($import->path());
        }
    }

    public function file(): CsvFile
    {
        return new CsvFile($this->path('contacts.csv'));
    }

    /** name, columns, rows and begun are known from the start; fields when the import runs; paused and details while it waits. */
    public function about(string $what): mixed
    {
        $about = json_decode((string) file_get_contents($this->path('about.json')), true);

        return is_array($about) ? $about[$what] ?? null : null;
    }

    /** @param array<string, mixed> $facts */
    public function note(array $facts): void
    {
        $about = is_file($this->path('about.json')) ? File::json($this->path('about.json')) : [];
        // Whoever reads it meanwhile finds the old or the new text, never a half.
        File::replace($this->path('about.json'), (string) json_encode([...$about, ...$facts], JSON_INVALID_UTF8_SUBSTITUTE));
    }

    /** @return list<string>|null */
    public function texts(string $what): ?array
    {
        $texts = $this->about($what);

        return is_array($texts) ? array_values(array_filter($texts, is_string(...))) : null;
    }

    /**
     * Does the work, unless another worker is at this import. The lock ends with its holder, also when that is killed.
     *
     * @param Closure(): void $work
     */
    public function alone(Closure $work): bool
    {
        $lock = fopen($this->path('lock'), 'c');

        if ($lock === false || ! flock($lock, LOCK_EX | LOCK_NB)) {
            return false;
        }

        try {
            $work();
        } finally {
            fclose($lock);
        }

        return true;
    }

    /**
     * Writes that a row is done: it is not sent again. Of a row that is in Keap only the number is kept.
     *
     * @param list<string> $row
     */
    public function done(int $number, array $row, string $problem = ''): void
    {
        $journal = fopen($this->path('journal.csv'), 'a');

        if ($journal === false || fputcsv($journal, [$number, $problem, ...($problem === '' ? [] : $row)], ',', '"', '') === false) {
            throw new RuntimeException('The journal of the import cannot be written.');
        }

        fclose($journal);
    }

    /** @return Generator<int, list<string>> the rows that are not done, by their numbers */
    public function left(): Generator
    {
        $done = [];

        foreach (CsvFile::records($this->path('journal.csv')) as [$number]) {
            $done[(int) $number] = true;
        }

        foreach ($this->file()->rows() as $number => $row) {
            if (! isset($done[$number])) {
                yield $number => $row;
            }
        }
    }

    /** @return Generator<int, list<string>> number, problem and cells of each row that is not in Keap and will not be sent again */
    public function failures(): Generator
    {
        foreach (CsvFile::records($this->path('journal.csv')) as $line) {
            if ($line[1] !== '') {
                yield $line;
            }
        }
    }

    public function count(): int
    {
        return iterator_count(CsvFile::records($this->path('journal.csv')));
    }

    public function finish(): void
    {
        $this->note(['paused' => null]);
        File::delete($this->path('contacts.csv'));
    }

    public function isFinished(): bool
    {
        return ! is_file($this->path('contacts.csv'));
    }

    private function path(string $file = ''): string
    {
        return storage_path("app/keap-imports/$this->id/$file");
    }
}
