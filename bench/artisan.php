<?php
// artisan.php CLIENT: the artisan of a Laravel application, with a command that makes one pair of calls.
use Illuminate\Foundation\Application;
use Symfony\Component\Console\Input\ArgvInput;

require getenv('BENCH_VENDORS') . '/laravel/vendor/autoload.php';
require __DIR__ . '/keap.php';

$folder = getenv('BENCH_VENDORS') . '/laravel/application';
foreach (['bootstrap/cache', 'storage/framework/cache', 'storage/framework/views', 'storage/logs'] as $part) {
    is_dir("$folder/$part") || mkdir("$folder/$part", recursive: true);
}
$application = Application::configure($folder)->withExceptions()->create();
Illuminate\Support\Facades\Facade::setFacadeApplication($application);
$kernel = $application->make(Illuminate\Contracts\Console\Kernel::class);
$kernel->command('keap:send {client}', fn (string $client) => client($client)());
exit($kernel->handle(new ArgvInput(['artisan', 'keap:send', $argv[1]])));
