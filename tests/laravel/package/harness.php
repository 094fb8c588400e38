<?php

// For test_*.php: an application with the package, requests to it, and the stand-in.

use Illuminate\Auth\GenericUser;
use Illuminate\Contracts\Console\Kernel as Console;
use Illuminate\Contracts\Http\Kernel;
use Illuminate\Foundation\Application;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\Gate;
use Symfony\Component\HttpFoundation\Response;

[$base, $control, $redis] = [$argv[1], $argv[2], $argv[3]];
require "$base/vendor/autoload.php";

$checks = $failures = 0;
$atEnd = false;
// A test that dies on its way fails: its last line is end_of_test().
register_shutdown_function(function () use (&$failures, &$atEnd): void {
    $atEnd || print("not ok - the test came to its end\n");
    $atEnd && $failures === 0 || exit(1);
});

function end_of_test(): void
{
    $GLOBALS['atEnd'] = true;
}

function check(string $what, bool $holds, mixed $instead = null): void
{
    global $checks, $failures;
    $checks++;
    $failures += $holds ? 0 : 1;
    echo $holds ? 'ok' : 'not ok', " - $what", $holds || $instead === null ? '' : ': '.substr(json_encode($instead, JSON_UNESCAPED_SLASHES | JSON_PARTIAL_OUTPUT_ON_ERROR), 0, 600), "\n";
}

/** @param array<string, string> $environment what .env has */
function application(array $environment = []): Application
{
    global $base;
    static $before = [];

    foreach ($before as $name => $value) {
        unset($_SERVER[$name], $_ENV[$name]);
    }

    $before = $environment + ['APP_ENV' => 'testing', 'APP_KEY' => 'base64:'.base64_encode(str_repeat('k', 32)), 'APP_URL' => 'http://127.0.0.1',
        'SESSION_DRIVER' => 'file', 'CACHE_STORE' => 'array', 'QUEUE_CONNECTION' => 'sync', 'MAIL_MAILER' => 'array', 'LOG_CHANNEL' => 'single'];

    foreach ($before as $name => $value) {
        $_SERVER[$name] = $_ENV[$name] = $value;
    }

    $application = require "$base/bootstrap/app.php";
    $application->make(Console::class)->bootstrap();

    return $application;
}

/** An application whose visitors may all connect Keap. */
function openApplication(array $environment = []): Application
{
    $application = application($environment);
    Gate::define('connect-keap', fn (?GenericUser $user): bool => true);

    return $application;
}

/** A request of one browser, whose cookies last until the script's end. */
function visit(Application $application, string $path, string $method = 'GET', array $given = []): Response
{
    static $cookies = [];
    $response = $application->make(Kernel::class)->handle(Request::create("http://127.0.0.1$path", $method, $given, $cookies));

    foreach ($response->headers->getCookies() as $cookie) {
        $cookies[$cookie->getName()] = $cookie->getValue();
    }

    return $response;
}

/** @return array{int, string} exit status and output */
function artisan(Application $application, string $command): array
{
    $console = $application->make(Console::class);

    return [$console->call($command), $console->output()];
}

function ask(string $method, string $path, array $given = []): array
{
    global $control;
    $reply = file_get_contents($control.$path, context: stream_context_create(['http' => [
        'method' => $method, 'content' => json_encode($given ?: new stdClass), 'header' => 'Content-Type: application/json', 'ignore_errors' => true, 'timeout' => 90,
    ]]));

    return json_decode($reply, true, flags: JSON_THROW_ON_ERROR);
}
