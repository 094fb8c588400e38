<?php
// Runs PHP in another way than as command or FPM, against a stand-in for Keap, and prints one line of TAP for each test.
// Usage: php serve.php KIND [ARGUMENT]   KIND: cgi, mod_php, preload or workers; the file KIND.inc describes it.

$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';

/** The settings of the test, with others. */
function settings_of(Keap $keap, array $settings = []): array
{
    return $settings + json_decode(file_get_contents("$keap->folder/settings.json"), true);
}

/** The command of a PHP, another than the one that runs, with the test's settings. @return list<string> */
function command_of(Keap $keap, string $binary, array $settings, array $arguments): array
{
    return [$binary, ...array_slice(keap_php_command(settings_of($keap, $settings), $arguments), 1)];
}

/** Prints whether a test passed, and returns how many passed and failed. @return array{bool: int} */
function check(?string $name = null, mixed $expected = null, mixed $seen = null): array
{
    static $count = [true => 0, false => 0];
    if ($name !== null) {
        $right = $expected === $seen;
        $count[$right]++;
        echo $right ? 'ok' : 'not ok', " - $name\n";
        $right || print '    expected ' . json_encode($expected) . "\n    seen " . json_encode($seen) . "\n";
    }
    return $count;
}

/** Starts a command that is ended by its process. @return array{resource, resource} the process and its output */
function start(array $command, array $environment)
{
    $process = proc_open($command, [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]], $pipes, env_vars: $environment + getenv());
    return [$process, $pipes[1]];
}

/** Runs the commands at once and returns how often each output came. */
function outputs(array $commands, array $environment): array
{
    $running = array_map(static fn (array $command): array => start($command, $environment), $commands);
    $seen = [];
    foreach ($running as [$process, $pipe]) {
        $output = trim(str_replace("\r\n", "\n", stream_get_contents($pipe)));
        $seen[] = $output . (($status = proc_close($process)) ? " (status $status)" : '');
    }
    return counted($seen);
}

/** Sends a signal to a process, or to a group by its negative id. PHP has posix_kill() only with an extension. */
function send_signal(int $signal, int $process): void
{
    shell_exec("kill -$signal $process");
}

/** Sends a request to a web server. @return resource the connection, for answer() */
function ask(int $port, string $path, string $host = '127.0.0.1', string $body = '')
{
    $connection = stream_socket_client("tcp://127.0.0.1:$port", timeout: 60);
    $length = strlen($body);
    fwrite($connection, ($body === '' ? 'GET' : 'POST') . " $path HTTP/1.0\r\nHost: $host\r\nContent-Length: $length\r\n\r\n$body");
    return $connection;
}

/** Reads the reply to its end and returns its body; "" if the server hung up. */
function answer($connection): string
{
    $reply = (string) stream_get_contents($connection);
    fclose($connection);
    return explode("\r\n\r\n", $reply, 2)[1] ?? $reply;
}

/** How often each text is in the list, in alphabetical order. */
function counted(array $texts): array
{
    $counts = array_count_values($texts);
    ksort($counts);
    return $counts;
}

$kind = $argv[1] ?? '';
if (!in_array($kind, ['cgi', 'mod_php', 'preload', 'workers'], true)) {
    throw new InvalidArgumentException("no kind \"$kind\"");
}
require __DIR__ . "/$kind.inc";
check("$kind: no grant was lost", 0, $keap->counts()['grants_killed']);
check("$kind: no request was wrong", [], $keap->violations());
[true => $passed, false => $failed] = check();
echo "$passed passed, $failed failed, 0 skipped\n";
exit($failed ? 1 : 0);
