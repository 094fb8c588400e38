<?php
// Runs PHP in another way than as command or FPM, against a stand-in for Keap, and prints one line of TAP for each test.
// Usage: php serve.php KIND   cgi: one process for each request; preload: opcache preloads a class that uses the extension.

$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';

/** The command of a PHP, another than the one that runs, with the test's settings. @return list<string> */
function command_of(Keap $keap, string $binary, array $settings, array $arguments): array
{
    $given = json_decode(file_get_contents("$keap->folder/settings.json"), true);
    return [$binary, ...array_slice(keap_php_command($settings + $given, $arguments), 1)];
}

function check(string $name, mixed $expected, mixed $seen): void
{
    static $passed = 0, $failed = 0;
    if ($name === '') {
        echo "$passed passed, $failed failed, 0 skipped\n";
        exit($failed ? 1 : 0);
    }
    $right = $expected === $seen;
    $right ? $passed++ : $failed++;
    echo $right ? 'ok' : 'not ok', " - $name\n";
    $right || print '    expected ' . json_encode($expected) . "\n    seen " . json_encode($seen) . "\n";
}

/** Runs the requests at once and returns how often each output came. */
function outputs(array $commands, array $environment): array
{
    $running = [];
    foreach ($commands as $command) {
        $process = proc_open($command, [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]], $pipes, env_vars: $environment + getenv());
        $running[] = [$process, $pipes[1]];
    }
    $seen = [];
    foreach ($running as [$process, $pipe]) {
        $output = trim(str_replace("\r\n", "\n", stream_get_contents($pipe)));
        $seen[] = $output . (($status = proc_close($process)) ? " (status $status)" : '');
    }
    return array_count_values($seen);
}

$call = '<?php infusionsoft_request("GET", "/rest/v2/contacts"); echo "called";';
switch ($kind = $argv[1] ?? '') {
    case 'cgi':
        $script = "$keap->folder/page.php";
        file_put_contents($script, $call);
        // What a web server sets: with REDIRECT_STATUS php-cgi takes the script's path from the environment.
        $environment = [
            'GATEWAY_INTERFACE' => 'CGI/1.1', 'REDIRECT_STATUS' => '200', 'REQUEST_METHOD' => 'GET',
            'SCRIPT_FILENAME' => $script, 'SCRIPT_NAME' => '/page.php', 'QUERY_STRING' => '',
        ];
        $command = command_of($keap, $argv[2], ['expose_php' => 0], []);
        import_expired($keap);
        $before = posts($keap);
        $page = "Content-type: text/html; charset=UTF-8\n\ncalled";
        check('cgi: eight requests at once with an expired token are answered', [$page => 8], outputs(array_fill(0, 8, $command), $environment));
        check('cgi: they make one refresh', 1, posts($keap) - $before);

        // The server ends the process of a page while Keap holds its reply: the exchange goes on.
        import_expired($keap);
        $before = posts($keap);
        $keap->fault(['path' => '/token', 'hold' => 'after']);
        $process = proc_open($command, [['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'], ['redirect', 1]], $pipes, env_vars: $environment + getenv());
        $keap->wait('/token', phase: 'held');
        proc_terminate($process, SIGKILL);
        proc_close($process);
        $keap->release(['path' => '/token']);
        check('cgi: a page that is killed during a refresh loses nothing', [$page => 1], outputs([$command], $environment));
        check('cgi: its exchange was the only one', 1, posts($keap) - $before);
        break;

    case 'preload':
        file_put_contents("$keap->folder/preload.php", '<?php
            final class Shop
            {
                public ?Infusionsoft\Batch $batch = null;
                public static function call(): string
                {
                    infusionsoft_request("GET", "/rest/v2/contacts");
                    return "called";
                }
            }
            function shop_failed(?Infusionsoft\Exception $error = null): bool { return $error !== null; }');
        file_put_contents("$keap->folder/page.php", '<?php
            echo in_array("Shop", opcache_get_status()["preload_statistics"]["classes"] ?? []) ? "preloaded, " : "not preloaded, ";
            try {
                infusionsoft_request("GET", "https://elsewhere.example/");
            } catch (Infusionsoft\Exception | ValueError $error) {
                echo shop_failed($error instanceof Infusionsoft\Exception ? $error : null) ? "" : "refused, ";
            }
            echo Shop::call();');
        $opcache = ['opcache.enable_cli' => 1, 'opcache.preload' => "$keap->folder/preload.php", 'opcache.preload_user' => 'root', 'opcache.jit_buffer_size' => '16M', 'opcache.jit' => 'tracing'];
        $load = extension_loaded('Zend OPcache') ? [] : ['-d', 'zend_extension=' . PHP_EXTENSION_DIR . '/opcache.so'];
        $command = command_of($keap, PHP_BINARY, $opcache, ["$keap->folder/page.php"]);
        array_splice($command, 2, 0, $load);
        import_expired($keap);
        $before = posts($keap);
        check('preload: a preloaded class calls Keap in four processes', ['preloaded, refused, called' => 4], outputs(array_fill(0, 4, $command), []));
        check('preload: they make one refresh', 1, posts($keap) - $before);
        break;

    default:
        throw new InvalidArgumentException("no kind \"$kind\"");
}
check("$kind: no grant was lost", 0, $keap->counts()['grants_killed']);
check('', null, null);
