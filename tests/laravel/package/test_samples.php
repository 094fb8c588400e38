<?php

// Runs each PHP sample of the package's documentation in the application, with good and with bad input.

use Illuminate\Contracts\Http\Kernel;
use Illuminate\Http\Request;
use Illuminate\Queue\CallQueuedHandler;
use Illuminate\Queue\Jobs\SyncJob;
use Illuminate\Support\Facades\Route;
use Illuminate\Validation\ValidationException;
use Infusionsoft\ApiException;
use Infusionsoft\Laravel\Keap;
use PHPUnit\Framework\ExpectationFailedException;

require __DIR__.'/harness.php';
require __DIR__.'/../../samples/extract.php';

const CLASSES = ['Infusionsoft\Laravel\Keap', 'Infusionsoft\Laravel\Queue\FailWhenFinal', 'Infusionsoft\Laravel\Queue\ReleaseWhenRateLimited'];
const GOOD = ['email' => 'mary@example.com', 'phone' => '+1 555 0100'];

/** Samples have no "use" lines. The code may be that of a class's body or of a function. */
function define_sample(string $code): void
{
    eval(implode('', array_map(fn (string $class): string => "use $class;", CLASSES)).$code);
}

/** @return string the class and message of what is thrown; "" when nothing is */
function thrown(callable $step): string
{
    try {
        $step();
    } catch (ValidationException $e) {
        return 'errors of '.implode(' ', array_keys($e->errors()));
    } catch (Throwable $e) {
        return $e::class.': '.$e->getMessage();
    }

    return '';
}

/** The middleware of a job. */
function job(string $sample): void
{
    define_sample("final class SampleJob { use Illuminate\\Queue\\InteractsWithQueue; public function handle(): void { infusionsoft_contact_create(GOOD); } $sample }");

    foreach (['a call that succeeds' => [['id' => '7'], 'done'], 'a limit' => [['status' => 429, 'retry_after' => 7], 'released 7'], 'a refusal' => [400, 'failed'], 'an outage' => [503, 'thrown']] as $what => [$reply, $end]) {
        infusionsoft_fake(['createContact' => $reply]);
        $job = new class(app()) extends SyncJob
        {
            public string $end = 'done';

            public function __construct($container)
            {
                parent::__construct($container, '{}', 'sync', 'default');
            }

            public function release($delay = 0)
            {
                $this->end = "released $delay";
            }

            public function fail($e = null)
            {
                $this->end = 'failed';
            }
        };
        $found = thrown(fn () => app(CallQueuedHandler::class)->call($job, ['command' => serialize(new SampleJob)])) === '' ? $job->end : 'thrown';
        check("the job of the README, $what: it is $end", $found === $end, $found);
    }
}

/** The errors of a form. */
function form(string $sample): void
{
    define_sample("function sample_form(array \$contact): void { $sample }");

    foreach ([
        'good input' => [GOOD, ['id' => '7'], ''],
        'a wrong address' => [['email' => 'nobody'], [], 'errors of email'],
        'a wrong number' => [['phone' => "\x07"] + GOOD, [], 'errors of mobile'],
        'a number that Keap refuses' => [GOOD, ['status' => 400, 'body' => ['message' => 'Bad request', 'details' => [['field' => 'phone_numbers[0].number', 'description' => 'is no number']]]], 'errors of mobile'],
        'an outage' => [GOOD, 503, ApiException::class],
        'a field that is none' => [['colour' => 'red'] + GOOD, [], 'ValueError'],
    ] as $what => [$contact, $reply, $end]) {
        infusionsoft_fake(['createContact' => $reply]);
        $found = thrown(fn () => sample_form($contact));
        check("the form of the README, $what: $end", $end === '' ? $found === '' : str_starts_with($found, $end), $found);
    }
}

/** A test of an application. */
function testCase(string $sample): void
{
    define_sample("final class SampleTest { public function sample(): void { $sample } public function post(string \$path, array \$given): void { visit(app(), \$path, 'POST', \$given); } }");

    foreach ([
        'signs up whom it is given' => [fn (Request $request) => infusionsoft_contact_create(['email' => $request->input('email')])['id'], ''],
        'signs up another' => [fn () => infusionsoft_contact_create(['email' => 'other@example.com'])['id'], ExpectationFailedException::class.': createContact was not sent to Keap'],
        'signs up nobody' => [fn () => 'thanks', ExpectationFailedException::class.': createContact was not sent to Keap: sent were []'],
    ] as $what => [$action, $end]) {
        application();
        Route::post('/signup', $action);
        $found = thrown((new SampleTest)->sample(...));
        check("the test of the README, in an application that $what: ".($end === '' ? 'it passes' : 'it fails'), $end === '' ? $found === '' : str_starts_with($found, $end), $found);
    }
}

/** The route of REST hooks, and a listener. */
function hooks(string $sample): void
{
    $application = application(['LOG_CHANNEL' => 'single']);
    $facades = array_map(fn (string $name): string => "use Illuminate\\Support\\Facades\\$name;", ['Event', 'Log', 'Route']);
    eval(implode('', $facades).$sample);
    Route::getRoutes()->refreshNameLookups();
    Keap::fake(['listContacts' => ['contacts' => [['id' => '5', 'given_name' => 'Mary']]]]);
    [$url, $body] = Keap::delivery('contact.edit', 5);

    foreach (['Keap' => [$url, 200, true], 'another' => [strtok($url, '?'), 403, false]] as $who => [$address, $status, $told]) {
        file_put_contents(storage_path('logs/laravel.log'), '');
        $found = $application->make(Kernel::class)->handle(Request::create($address, 'POST', server: ['CONTENT_TYPE' => 'application/json'], content: (string) json_encode($body)))->getStatusCode();
        $log = (string) file_get_contents(storage_path('logs/laravel.log'));
        check("the hook of the documentation, called by $who: status $status", [$found, str_contains($log, 'contact.edit of 5 {"id":"5","given_name":"Mary"}')] === [$status, $told], [$found, $log]);
    }

    Keap::reset();
}

application();
// The messages of PHPUnit's assertions need its configuration.
(new PHPUnit\TextUI\Configuration\Builder)->build(['phpunit', '--no-configuration']);
$kinds = ['Route::keapHooks()' => hooks(...), 'public function middleware()' => job(...), 'Failure::validation(' => form(...), 'Keap::assertSent(' => testCase(...)];
$root = dirname(__DIR__, 3);

foreach (['packages/laravel/README.md', 'docs/laravel.md'] as $file) {
    foreach (samples("$root/$file") as $line => $code) {
        $fit = array_filter($kinds, fn (string $text): bool => str_contains($code, $text), ARRAY_FILTER_USE_KEY);
        check("$file:$line has one kind of sample that this test runs", count($fit) === 1, $code);
        array_map(fn (Closure $run) => $run($code), $fit);
        $kinds = array_diff_key($kinds, $fit);
    }
}

check('the documentation has a sample of each kind', $kinds === [], array_keys($kinds));
end_of_test();
