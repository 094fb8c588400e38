--TEST--
infusionsoft_logger() takes any callable, and the last one that was set is used
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

// The signatures of Psr\Log\LoggerInterface and of Laravel's Log.
final class Logger
{
    public function log($level, string|Stringable $message, array $context = []): void
    {
        echo "log $level $context[path]\n";
    }

    private function mine(string $level): void
    {
        echo "private $level\n";
    }

    public function useMine(): void
    {
        infusionsoft_logger([$this, 'mine']);
    }

    public function __invoke(string $level): void
    {
        echo "invoked $level\n";
    }

    public function __destruct()
    {
        echo "released\n";
    }
}
final class Log
{
    public static function __callStatic(string $name, array $arguments): void
    {
        echo "facade $name $arguments[0]\n";
    }
}
function plain(string $level): void
{
    echo "function $level\n";
}

$keap->authorize();
$call = fn () => infusionsoft_request('GET', '/rest/v2/contacts');
infusionsoft_logger([new Logger(), 'log']);
$call();
infusionsoft_logger(Log::log(...));
$call();
infusionsoft_logger('Log::log');
$call();
infusionsoft_logger('plain');
$call();
(new Logger())->useMine();
$call();
infusionsoft_logger(new Logger());
$call();
// A logger may set another logger while it runs.
infusionsoft_logger(new class {
    private string $name = 'replaced';

    public function __invoke(): void
    {
        infusionsoft_logger(fn () => print("another\n"));
        echo "$this->name\n";
    }
});
$call();
$call();
infusionsoft_logger(null);
$call();
?>
--EXPECT--
log debug /rest/v2/contacts
released
facade log debug
facade log debug
function debug
private debug
released
invoked debug
released
replaced
another
