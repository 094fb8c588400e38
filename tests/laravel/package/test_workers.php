<?php

// One process serves requests and jobs of two tenants in turn. Nothing of one reaches the next.

use Illuminate\Bus\Queueable;
use Illuminate\Container\Container;
use Illuminate\Contracts\Http\Kernel;
use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Foundation\Application;
use Illuminate\Foundation\Bus\Dispatchable;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\Event;
use Illuminate\Support\Facades\Facade;
use Illuminate\Support\Facades\Route;
use Infusionsoft\Laravel\Events\KeapCalled;
use Infusionsoft\Laravel\Keap;

require __DIR__.'/harness.php';

const TENANT = ['account' => 'tenant', 'client_id' => 'of-tenant', 'client_secret' => 'hidden'];
const SETTINGS = ['account', 'priority', 'timeout_ms', 'retries'];

/** What a request or job finds when it begins. @return array<string, mixed> */
function found(): array
{
    return ['account' => infusionsoft_token_status()['account'], 'last reply' => infusionsoft_last_reply(), 'recorded' => infusionsoft_recorded()]
        + array_combine(SETTINGS, array_map(fn (string $name) => ini_get("infusionsoft.$name"), SETTINGS));
}

/** Leaves in the process what a request, task or job can leave there. */
function leave(string $what): void
{
    match ($what) {
        'tenant' => [infusionsoft_configure(TENANT + ['retries' => 1, 'priority' => 'low']), infusionsoft_call('listTags', ['page_size' => 1])],
        'ini' => array_map(ini_set(...), ['infusionsoft.account', 'infusionsoft.priority', 'infusionsoft.timeout_ms'], ['tenant', 'low', '4000']),
        'both' => [leave('ini'), leave('tenant')],
        'fake' => [infusionsoft_fake(['listTags' => ['tags' => []]]), infusionsoft_call('listTags', ['page_size' => 1])],
        'strict fake' => Keap::preventStrayRequests(),
        'logger' => infusionsoft_logger(null),
        'call' => infusionsoft_call('listTags', ['page_size' => 1]),
        'nothing' => null,
    };
}

const LEFT = ['tenant', 'ini', 'both', 'fake', 'strict fake', 'logger', 'call', 'nothing'];

final class LeaveBehind implements ShouldQueue
{
    use Dispatchable, Queueable;

    /** @var list<mixed> */
    public static array $found = [];

    public function __construct(private readonly string $what) {}

    public function handle(): void
    {
        self::$found[] = turn($this->what);
    }
}

/** One request or job: looks, makes a call of its own, and leaves something. @return array<string, mixed> */
function turn(string $what): array
{
    $found = found();
    infusionsoft_call('listTags', ['page_size' => 1]);
    leave($what);

    return $found;
}

/** An application of the tenant "own", whose routes and jobs leave something, and which counts its events. */
function worker(): Application
{
    global $redis, $calls;
    $application = application(['APP_ENV' => 'production', 'KEAP_ACCOUNT' => 'own', 'QUEUE_CONNECTION' => 'redis', 'QUEUE_FAILED_DRIVER' => 'null', 'REDIS_HOST' => $redis, 'REDIS_PORT' => '0']);
    Route::get('/leave/{what}', fn (string $what) => response()->json(turn(str_replace('-', ' ', $what))));
    $calls = 0;
    // With the account that the call used.
    Event::listen(function (KeapCalled $event) use (&$calls): void {
        $calls += $event->context['account'] === 'own' && $event->context['status'] === 200 ? 1 : 0;
    });

    return $application;
}

function get(Application $application, string $what): array
{
    $request = Request::create('http://127.0.0.1/leave/'.str_replace(' ', '-', $what));
    $kernel = $application->make(Kernel::class);
    $response = $kernel->handle($request);
    $kernel->terminate($request, $response);

    return json_decode($response->getContent(), true) ?? [$response->getStatusCode()];
}

/** What Octane does around a request: a copy of the application, its event, and no other reset that concerns Keap. */
function octane(Application $application, string $what): array
{
    $sandbox = clone $application;
    Facade::clearResolvedInstances();
    Facade::setFacadeApplication($sandbox);
    Container::setInstance($sandbox);
    $sandbox->instance('app', $sandbox);
    $sandbox->instance(Container::class, $sandbox);
    $sandbox->make(Kernel::class)->setApplication($sandbox);
    $sandbox->make('router')->setContainer($sandbox);
    Event::dispatch('Laravel\Octane\Events\RequestReceived');

    try {
        return get($sandbox, $what);
    } finally {
        Container::setInstance($application);
        Facade::clearResolvedInstances();
        Facade::setFacadeApplication($application);
    }
}

infusionsoft_configure(['account' => 'own']);
infusionsoft_token_import($own = ask('POST', '/grant'));
infusionsoft_configure(TENANT);
infusionsoft_token_import($tenants = ask('POST', '/grant'));

/** The calls that Keap got with this token so far. */
function sent(array $token): int
{
    $hash = substr(hash('sha256', $token['access_token']), 0, 12);

    return count(array_filter(ask('GET', '/journal'), fn (array $request): bool => ($request['headers']['authorization']['sha256'] ?? '') === $hash));
}

/** All turns but the first follow one that left something; each of the latter is followed by a turn that left nothing. */
function compare(string $how, array $turns, int $calls): void
{
    foreach (LEFT as $key => $what) {
        $next = array_slice($turns, $key * 2 + 1, 1)[0] ?? null;
        check("$how: after one that leaves \"$what\", the next begins as the first did", $next === $turns[0] && ($next['account'] ?? '') === 'own', ['first' => $turns[0], 'next' => $next]);
    }

    // And those that "fake" and "call" make.
    check("$how: the events of all calls were heard, with the account", $calls === count($turns) + 2, [$calls, count($turns)]);
}

$sequence = array_merge(...array_map(fn (string $what): array => [$what, 'nothing'], LEFT));

foreach (['a loop around the kernel' => get(...), 'Octane' => octane(...)] as $how => $serve) {
    $before = [sent($own), sent($tenants)];
    $application = worker();
    $turns = array_map(fn (string $what): array => $serve($application, $what), $sequence);
    compare($how, $turns, $calls);
    $sent = [sent($own) - $before[0], sent($tenants) - $before[1]];
    // The faked call is not there; "tenant" and "both" make the tenant's.
    check("$how: Keap got each call with the token of its tenant", $sent === [count($sequence) + 1, 2], $sent);
}

// Horizon starts such workers. All jobs run in one process, this one.
$before = [sent($own), sent($tenants)];
$application = worker();
array_map(LeaveBehind::dispatch(...), $sequence);
[$status, $output] = artisan($application, 'queue:work --stop-when-empty --sleep=0');
check('the queue worker ran all jobs', count(LeaveBehind::$found) === count($sequence) && substr_count($output, 'DONE') === count($sequence), $output);
compare('a queue worker', LeaveBehind::$found, $calls);
$sent = [sent($own) - $before[0], sent($tenants) - $before[1]];
check('... and Keap got each call with the token of its tenant', $sent === [count($sequence) + 1, 2], $sent);

// In a test all requests belong together.
$application = application(['KEAP_ACCOUNT' => 'own']);
Route::get('/leave/{what}', fn (string $what) => response()->json(found()));
Keap::fake(['listTags' => ['tags' => []]]);
infusionsoft_call('listTags', ['page_size' => 1]);
get($application, 'nothing');
check('in a test a fake lasts over several requests', count(get($application, 'nothing')['recorded']) === 1);

end_of_test();
