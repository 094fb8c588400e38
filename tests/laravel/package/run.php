<?php

// Tests packages/laravel in a Laravel application, against the stand-in. Usage: php run.php INFUSIONSOFT.SO VERSION...
// The environment may set PAGES_TOOLS, without which no page is looked at in Chromium, and PICTURES, a folder for pictures of them.

require __DIR__.'/../Keap.php';
require __DIR__.'/../Processes.php';

[$extension, $versions] = [$argv[1], array_slice($argv, 2)];
$folder = sys_get_temp_dir().'/infusionsoft-laravel-package-'.bin2hex(random_bytes(6));
pcntl_async_signals(true);
array_map(fn (int $signal) => pcntl_signal($signal, fn () => exit(1)), [SIGINT, SIGTERM, SIGHUP]);
mkdir("$folder/log", 0700, true);
$processes = new Processes("$folder/log");
register_shutdown_function(function () use ($processes, $folder): void {
    $processes->stopAll();
    $processes->run(['rm', '-rf', '--', $folder]);
});

function must(Processes $processes, array $command): string
{
    $result = $processes->run($command);

    return $result->status === 0 ? trim($result->output) : throw new RuntimeException(implode(' ', $command).": $result->output");
}

/** Lays out an application of this version of Laravel with the checkout's package. */
function layOut(Processes $processes, string $app, string $version): void
{
    must($processes, ['cp', '-a', must($processes, [__DIR__.'/application.sh', $version]), $app]);
    must($processes, ['rm', '-r', "$app/package"]);
    symlink(dirname(__DIR__, 3).'/packages/laravel', "$app/package");

    foreach (['bootstrap/cache', 'app', 'config', 'routes', 'resources/views', 'storage/logs', 'storage/framework/cache/data', 'storage/framework/sessions', 'storage/framework/views'] as $part) {
        mkdir("$app/$part", 0755, true);
    }

    foreach (['artisan', 'bootstrap/app.php'] as $file) {
        copy(__DIR__."/../skeleton/$file", "$app/$file");
    }

    file_put_contents("$app/bootstrap/providers.php", "<?php\n\nreturn [];\n");
    file_put_contents("$app/routes/web.php", "<?php\n");
    file_put_contents("$app/routes/console.php", "<?php\n");
}

/** Adds examples/laravel without what its README says the package replaces. */
function addExample(Processes $processes, string $app): void
{
    $example = dirname(__DIR__, 3).'/examples/laravel';
    preg_match('/leave out:\n\n```\n(.+?)\n```/s', file_get_contents("$example/README.md"), $found);
    must($processes, ['cp', '-R', "$example/.", __DIR__.'/../skeleton/app', $app]);
    array_map(fn (string $file) => unlink("$app/$file"), explode("\n", $found[1]));
    // Of the routes those of the form; no schedule.
    preg_match_all("~^(?:use .*|Route::\w+\('/(?:signup)?'.*);$~m", file_get_contents("$example/routes/web.php"), $lines);
    file_put_contents("$app/routes/web.php", "<?php\n\n".implode("\n", $lines[0])."\n");
    file_put_contents("$app/routes/console.php", "<?php\n");
    file_put_contents("$app/bootstrap/providers.php", "<?php\n\nreturn [App\\Providers\\AppServiceProvider::class];\n");
}

$keap = new Keap($processes, $folder);
// The queue of those tests that run a worker.
$processes->start('redis', ['redis-server', '--port', '0', '--unixsocket', "$folder/redis", '--save', '', '--dir', $folder]);
$processes->wait('Redis', fn () => file_exists("$folder/redis"));
$passed = $failed = 0;

/** @return array<string, string> the environment of a PHP with the extension, the stand-in, and a store of its own */
function configured(string $name): array
{
    global $keap, $folder, $extension;
    mkdir("$folder/$name/store", 0700, true);
    $ini = "extension=$extension\nerror_reporting=E_ALL\ndisplay_errors=1\n";

    foreach ($keap->settings() + ['ca_file' => dirname(__DIR__, 2).'/keap/tls/ca.pem', 'store_path' => "$folder/$name/store"] as $key => $value) {
        $ini .= "infusionsoft.$key = \"$value\"\n";
    }

    file_put_contents("$folder/$name/infusionsoft.ini", $ini);

    return ['PHP_INI_SCAN_DIR' => ":$folder/$name"];
}

/** Serves the application by PHP's own server, and returns its address. */
function serve(string $app, string $name, array $environment): string
{
    global $processes, $folder;
    $processes->start($name, [PHP_BINARY, '-S', '127.0.0.1:0', 'public/index.php'], $environment + ['APP_KEY' => 'base64:'.base64_encode(str_repeat('k', 32)),
        'SESSION_DRIVER' => 'file', 'CACHE_STORE' => 'file', 'QUEUE_CONNECTION' => 'sync'], $app);
    $processes->wait($name, function () use ($folder, $name, &$address): bool {
        return preg_match('~\((http://[\d.:]+)\) started~', (string) @file_get_contents("$folder/log/$name.out"), $address) === 1;
    });

    return $address[1];
}

/** Looks at the package's pages in Chromium. */
function look(string $app, string $version): void
{
    global $processes, $keap, $passed, $failed;
    $environment = configured("$version-pages");
    mkdir("$app/public");
    copy(__DIR__.'/../skeleton/public/index.php', "$app/public/index.php");
    $result = $processes->run(['node', __DIR__.'/pages.mjs', json_encode([
        'url' => serve($app, 'local', $environment + ['APP_ENV' => 'local']), 'production' => serve($app, 'production', $environment + ['APP_ENV' => 'production']),
        'control' => $keap->control, 'php' => PHP_BINARY, 'environment' => $environment, 'pictures' => getenv('PICTURES') ?: '',
    ])]);
    echo "# Laravel $version, pages.mjs\n", preg_replace('/^\d+ passed.*\n\z/m', '', $result->output);
    $passed += preg_match_all('/^ok - /m', $result->output);
    $failed += max((int) preg_match_all('/^not ok - /m', $result->output), $result->status === 0 ? 0 : 1);
    array_map($processes->stop(...), ['local', 'production']);
    $keap->ask('POST', '/reset');
}

/** Runs a test in the application. */
function test(string $app, string $version, string $test): void
{
    global $processes, $keap, $folder, $passed, $failed;
    $name = "$version-".basename($test, '.php');
    $result = $processes->run([PHP_BINARY, $test, $app, $keap->control, "$folder/redis"], configured($name), $app);
    echo "# Laravel $version, ", basename($test), "\n", $result->output;
    $passed += preg_match_all('/^ok - /m', $result->output);
    // A file that ends early is a failure too.
    $failed += max((int) preg_match_all('/^not ok - /m', $result->output), $result->status === 0 ? 0 : 1);
    $keap->ask('POST', '/reset');
    $queue = new Redis;
    $queue->connect("$folder/redis");
    $queue->flushAll();
}

foreach ($versions as $version) {
    layOut($processes, $app = "$folder/app-$version", $version);
    array_map(fn (string $test) => test($app, $version, $test), glob(__DIR__.'/test_*.php'));
    // The pages are the same in each version.
    $version === end($versions) && getenv('PAGES_TOOLS') && look($app, $version);
    addExample($processes, $app);
    test($app, $version, __DIR__.'/example.php');
}

echo "$passed passed, $failed failed, 0 skipped\n";
exit($failed === 0 ? 0 : 1);
