<?php

namespace App\Jobs;

use App\Keap\Columns;
use App\Keap\Import;
use App\Keap\Patience;
use App\Keap\Plain;
use DateTimeInterface;
use Generator;
use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Foundation\Queue\Queueable;
use Infusionsoft\ApiException;
use Infusionsoft\RateLimitException;
use Throwable;
use TypeError;
use ValueError;

/**
 * Sends rows of an import for some seconds, many at the same time, then leaves the rest to the next job: so other jobs have
 * their turn. A failure that is no matter of one row pauses the import: the job comes again later.
 */
class ImportContacts implements ShouldQueue
{
    use Queueable;

    /** Seconds in which a job begins rows. Those under way can take a minute more. */
    private const BEGINS = 15;

    /** How often a row is sent that Keap answers with an error of its own (5xx), until the row counts as the reason. */
    private const TRIES = 3;

    /** @var list<int> seconds of a pause; the last value repeats */
    public array $backoff = [5, 30, 120, 600];

    /** Seconds for one job. Less than retry_after in config/queue.php: otherwise a second worker starts the job too. */
    public int $timeout = 80;

    /** What pauses the import. */
    private ?Throwable $stop = null;

    public function __construct(private readonly string $id) {}

    public function handle(): void
    {
        $import = Import::find($this->id);
        $send = fn () => Patience::ofAnImport(fn () => $this->send($import));

        if ($import->isFinished() || ! $import->alone($send)) {
            return; // another worker is at it
        }

        if ($this->stop !== null) {
            $import->note(['paused' => Plain::words($this->stop), 'details' => $this->stop->getMessage()]);
            $this->release($this->pause($this->stop));
        } elseif ($import->left()->valid()) {
            $import->note(['paused' => null]);
            self::dispatch($this->id);
        } else {
            $import->finish();
        }
    }

    /** After this time without a row that went through, the import stands still until somebody lets it go on. */
    public function retryUntil(): DateTimeInterface
    {
        return now()->addDays(3);
    }

    public function failed(?Throwable $e): void
    {
        Import::find($this->id)->note(['paused' => 'It was tried for three days, and now stands still.', 'details' => $e?->getMessage()]);
    }

    private function send(Import $import): void
    {
        $columns = new Columns($import->texts('fields') ?? []);
        $rows = [];
        $calls = function () use ($import, $columns, &$rows): Generator {
            $addresses = [];
            $end = microtime(true) + self::BEGINS;

            foreach ($import->left() as $number => $row) {
                $address = $columns->address($row);

                // Rows of one contact are not sent side by side, since one could undo the other: the next job sends this one.
                if ($address === '' || ! isset($addresses[$address])) {
                    $addresses[$address] = true;
                    $rows[$number] = $row;
                    yield $number => fn () => self::row($columns->contact($row));
                }

                // What is under way still ends, and counts.
                if ($this->stop !== null || microtime(true) > $end) {
                    return;
                }
            }
        };

        foreach (infusionsoft_batch($calls(), ordered: false) as $number => $result) {
            $problem = $result instanceof Throwable ? $this->problem($result, $import, $number) : '';
            $problem === null ? $this->stop ??= $result : $import->done($number, $rows[$number], $problem);
            unset($rows[$number]);
        }
    }

    /** Seconds until the next try. */
    private function pause(Throwable $e): int
    {
        return $e instanceof RateLimitException ? max(1, $e->retryAfter) : $this->backoff[min($this->attempts(), count($this->backoff)) - 1];
    }

    /** @param array{email?: string, given_name?: string, family_name?: string, phone?: string, job_title?: string, opt_in_reason?: string, tags?: string} $contact */
    private static function row(array $contact): void
    {
        $names = array_filter(array_map(trim(...), explode(';', $contact['tags'] ?? '')));
        unset($contact['tags']);
        // Before the contact is made, so that a row with an unknown tag does nothing.
        $tags = array_map(fn (string $name): string => infusionsoft_tag_find($name)['id'] ?? throw new ValueError("Keap has no tag \"$name\"."), array_values($names));
        $id = infusionsoft_contact_upsert($contact, fields: ['id'])['id'];
        $tags === [] || infusionsoft_tag_apply($tags, $id);
    }

    /** What is wrong with the row, in plain words; null where the failure is no matter of this row. */
    private function problem(Throwable $e, Import $import, int $number): ?string
    {
        if ($e instanceof ValueError || $e instanceof TypeError) {
            $text = (string) preg_replace('/^infusionsoft_\w+\(\): Argument #\d+ \(\$\w+\) /', '', $e->getMessage());

            return (string) preg_replace_callback('/\bcontact\.(\w+)/', fn (array $found): string => Columns::FIELDS[$found[1]] ?? $found[1], $text);
        }

        if (! $e instanceof ApiException || in_array($e->status, [401, 403, 408, 429], true)) {
            return null;
        }

        if ($e->status < 500) {
            return 'Keap refuses this row: '.preg_replace('/^Keap answered \d+ to \w+ \S+: /', '', $e->getMessage());
        }

        return $this->isToBlame($import, $number) ? "Keap fails at this row each time: {$e->getMessage()}" : null;
    }

    /** Whether Keap failed at this row several times while it answered another call. In an outage no row is counted. */
    private function isToBlame(Import $import, int $number): bool
    {
        if ($this->stop !== null || ! self::works()) {
            return false;
        }

        $tries = $import->about('tries');
        $tries = is_array($tries) ? $tries : [];
        $tries[$number] = (is_int($tries[$number] ?? null) ? $tries[$number] : 0) + 1;
        $import->note(['tries' => $tries]);

        return $tries[$number] >= self::TRIES;
    }

    private static function works(): bool
    {
        try {
            infusionsoft_call('listTags', ['page_size' => 1]);

            return true;
        } catch (Throwable) {
            return false;
        }
    }
}
