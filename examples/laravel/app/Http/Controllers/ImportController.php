<?php

namespace App\Http\Controllers;

use App\Jobs\ImportContacts;
use App\Keap\Columns;
use App\Keap\CsvFile;
use App\Keap\Import;
use Closure;
use Illuminate\Contracts\View\View;
use Illuminate\Http\RedirectResponse;
use Illuminate\Http\Request;
use Illuminate\Http\UploadedFile;
use Illuminate\Validation\ValidationException;
use Symfony\Component\HttpFoundation\StreamedResponse;

/** Contacts from a CSV file: upload, preview, and progress. The job ImportContacts sends them. */
class ImportController
{
    public function index(): View
    {
        return view('keap.import', ['imports' => Import::all(), 'limit' => self::limit()]);
    }

    /** Takes the file, or says what is wrong with it. Nothing is sent yet. */
    public function upload(Request $request): RedirectResponse
    {
        $usable = function (string $attribute, mixed $file, Closure $fail): void {
            $problem = $file instanceof UploadedFile ? CsvFile::problem($file->getPathname()) : null;
            $problem === null || $fail($problem);
        };
        $request->validate(['file' => ['bail', 'required', 'file', $usable]], [
            'file.required' => 'Choose a file.',
            'file.uploaded' => 'This file is too large: at most '.self::limit().' are taken. Split it, and import the parts one after the other.',
        ]);
        $file = $request->file('file');

        return to_route('keap.import.show', ($file instanceof UploadedFile ? Import::take($file) : abort(400))->id);
    }

    /** The columns of the file, until the import is started; then its progress. */
    public function show(string $id): View
    {
        $import = Import::find($id);

        return $import->about('fields') === null
            ? view('keap.import-columns', ['import' => $import, 'file' => $file = $import->file(), 'guess' => Columns::guess($file->columns)])
            : view('keap.import-progress', ['import' => $import]);
    }

    public function start(Request $request, string $id): RedirectResponse
    {
        $import = Import::find($id);
        $names = $import->file()->columns;
        $fields = array_map(fn (int $column): string => (string) $request->string("fields.$column"), array_keys($names));
        $problems = self::problems($fields);

        if ($problems !== []) {
            throw ValidationException::withMessages($problems);
        }

        // A form that is sent twice starts one import.
        if ($import->about('fields') === null) {
            $import->note(['fields' => $fields]);
            ImportContacts::dispatch($id);
        }

        return to_route('keap.import.show', $id);
    }

    /** For an import that is paused, or whose job is lost. */
    public function resume(string $id): RedirectResponse
    {
        Import::find($id)->note(['paused' => null]);
        ImportContacts::dispatch($id);

        return to_route('keap.import.show', $id);
    }

    /** The rows that were not imported, with the reason, to correct them and to import them again. */
    public function failures(string $id): StreamedResponse
    {
        $import = Import::find($id);

        return response()->streamDownload(function () use ($import): void {
            $out = fopen('php://output', 'w') ?: throw new \RuntimeException('The output cannot be written.');
            fputcsv($out, ['Row', 'Problem', ...$import->texts('columns') ?? []], ',', '"', '');

            foreach ($import->failures() as $line) {
                fputcsv($out, $line, ',', '"', '');
            }
        }, 'rows-not-imported.csv', ['Content-Type' => 'text/csv; charset=utf-8']);
    }

    /**
     * @param list<string> $fields
     * @return array<string, string> what is wrong, by the name of the form's field
     */
    private static function problems(array $fields): array
    {
        if (! in_array('email', $fields, true)) {
            return ['fields' => 'No column holds the e-mail address. Choose "E-mail address" for one of them: contacts are found by it.'];
        }

        $problems = [];

        foreach ($fields as $column => $field) {
            if ($field !== '' && ! isset(Columns::FIELDS[$field])) {
                $problems["fields.$column"] = 'Choose one of the list.';
            } elseif ($field !== '' && array_search($field, $fields, true) < $column) {
                $problems["fields.$column"] = '"'.Columns::FIELDS[$field].'" is chosen for an earlier column already.';
            }
        }

        return $problems;
    }

    /** The size of a file that php.ini allows. */
    private static function limit(): string
    {
        return round(UploadedFile::getMaxFilesize() / 2 ** 20, 1).' MB';
    }
}
