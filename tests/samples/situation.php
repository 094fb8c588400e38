<?php

// Runs one sample, from the standard input, in one situation, and prints the verdict. See run.php.

ini_set('display_errors', 'stderr');
ini_set('error_log', $log = tempnam(sys_get_temp_dir(), 'samples'));
register_shutdown_function(fn () => unlink($log));
set_error_handler(function (int $level, string $message): never {
    throw new LogicException("PHP warned: $message");
});
$situation = (require __DIR__ . '/situations.php')[$argv[1]];
$code = stream_get_contents(STDIN);

/** Laravel's functions and classes, as far as the samples use them. */
final class Log
{
    public static function log(string $level, string $message, array $context = []): void {}
}

final class Application
{
    public function __construct(private readonly ?string $query) {}

    public function run(string $code, array $rows, self $request): void
    {
        $calls = [];
        $state = 'state-1';
        $psrLogger = new class {
            public function log(string $level, string $message, array $context = []): void {}
        };
        eval($code);
    }

    public function query(string $name): ?string
    {
        return $this->query;
    }

    public function away(string $url): string
    {
        return $url;
    }

    public function post(string $path, array $form): void
    {
        infusionsoft_contact_create($form);
    }

    public function assertSame(mixed $expected, mixed $actual): void
    {
        $expected === $actual || throw new LogicException('the assertion fails: ' . json_encode([$expected, $actual]));
    }
}

function route(string $name): string
{
    return 'https://example.com/keap/callback';
}

/** What the samples keep in config/services.php. */
function config(string $name): mixed
{
    $keap = ['client_id' => 'id', 'client_secret' => 'secret', 'store_path' => storage_path('keap')];
    return $name === 'services.keap' ? $keap : $keap[substr(strrchr($name, '.'), 1)];
}

function env(string $name): ?string
{
    return null;
}

function storage_path(string $path): string
{
    return "/nonexistent/$path";
}

function redirect(): Application
{
    return new Application(null);
}

// CONTRIBUTING.md explains how to add this function.
if (!str_contains($code, 'function infusionsoft_tag_get(')) {
    function infusionsoft_tag_get(int|string $id): array
    {
        return infusionsoft_call('getTag', ['tag_id' => $id]);
    }
}

$failures = 0;
infusionsoft_fake(function (array $request) use ($situation, &$failures): mixed {
    $failures += $situation['reply'] === null ? 0 : 1;
    return $situation['reply'] ?? match ($request['operation']) {
        'listContacts' => ['contacts' => []],
        'applyTags' => ['results' => array_fill_keys($request['body']['contact_ids'], 'SUCCESS')],
        'list_stored_hook_subscriptions', 'list_hook_event_types' => [],
        'create_a_hook_subscription' => ['key' => '1', 'status' => 'Verified'] + $request['body'],
        default => ['id' => '7', 'email_addresses' => []],
    };
});

// A request in which Keap verifies a hook: there is no body to read here.
$_SERVER = ['REQUEST_URI' => infusionsoft_hook_url('https://www.example.com/keap/hooks'), 'HTTP_X_HOOK_SECRET' => 'secret'] + $_SERVER;

/** @return string '' or what is wrong */
$verdict = function () use ($situation, $code, $log, &$failures): string {
    $hasRows = str_contains($code, '$rows');
    $bad = $situation['query'] === null;
    if ($bad && !$hasRows && !str_contains($code, '$request->query')) {
        return 'not concerned';
    }
    try {
        ob_start();
        (new Application('code-1'))->run($code, $situation['rows'], new Application($situation['query']));
        ob_end_clean();
    } catch (\ValueError | \TypeError | Infusionsoft\Exception $left) {
        // A row that fails must not end the rows after it.
        return $hasRows || ($failures === 0 && !$bad) ? get_class($left) . " left the sample: {$left->getMessage()}" : 'good';
    } catch (\Throwable $left) {
        return get_class($left) . ": {$left->getMessage()}";
    }
    $logged = file_get_contents($log);
    if ($hasRows) {
        $lost = array_filter($situation['fail'], fn (string $key) => preg_match("/\\b$key: ./", $logged) !== 1);
        $invented = array_filter(array_diff(array_keys($situation['rows']), $situation['fail']), fn (string $key) => str_contains($logged, "$key: "));
        return $lost || $invented ? 'failures of these rows vanished: ' . implode(', ', $lost) . "\nsaid to fail: " . implode(', ', $invented) : 'good';
    }
    return $failures > 0 || $bad ? 'a failure vanished' : 'good';
};
$said = $verdict();
echo "\nverdict: $said";
