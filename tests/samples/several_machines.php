<?php
// The php.ini, the access rules and the Compose file of docs/several-machines.md work as they are written, and say so where the password is
// wrong. Run by tests/suites/redis in a PHP with the extension.

require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/../redis/machines.inc';

$failed = $passed = 0;

function expect(string $expected, string $what, string $actual): void
{
    global $failed, $passed;
    $holds = fnmatch($expected, $actual);
    $holds ? $passed++ : $failed++;
    echo $holds ? 'ok' : 'not ok', " - docs/several-machines.md: $what\n", $holds ? '' : "    expected $expected, is $actual\n";
}

/** The block of code of the page that begins with that line. */
function documented(string $language, string $page): string
{
    return preg_match("/^( *)```$language\n(.*?)^ *```/ms", $page, $found)
        ? preg_replace("/^$found[1]/m", '', $found[2]) : throw new RuntimeException("The page has no block of $language");
}

$page = file_get_contents(__DIR__ . '/../../docs/several-machines.md');
$port = free_port();
$ini = documented('ini', $page);
$compose = documented('yaml', $page);
preg_match('/needs the keys (`[^`]+` and `[^`]+`)/', $page, $found);
$rules = preg_split('/\s+/', str_replace(['`', ' and ', '{prefix}'], ['', ' ', '{shop}'], $found[1]));

function in_documented_ini(string $code, string $password): string
{
    global $ini, $port, $keap;
    $there = preg_replace('/redis\.example\.com:\d+/', "127.0.0.1:$port", $ini, count: $hosts);
    $there = preg_replace('/^infusionsoft\.store_path = .*$/m', "infusionsoft.store_path = $keap->folder/store", $there, count: $paths);
    $hosts === 1 && $paths === 1 || throw new RuntimeException('The sample has no host or no path');
    file_put_contents("$keap->folder/php.ini", $there);
    $settings = json_decode(file_get_contents("$keap->folder/settings.json"), true);
    $options = ['-d', 'extension_dir=' . ini_get('extension_dir'), '-d', 'extension=infusionsoft'];
    foreach (array_diff_key($settings, ['infusionsoft.store_path' => 1, 'infusionsoft.key' => 1]) as $name => $value) {
        array_push($options, '-d', "$name=$value");
    }
    $command = [PHP_BINARY, '-c', "$keap->folder/php.ini", ...$options, '-r', 'require ' . var_export(__DIR__ . '/../auth/grants.inc', true) . "; $code"];
    $environment = ['INFUSIONSOFT_KEY' => SHARED_KEY, 'REDIS_PASSWORD' => $password, 'PHP_INI_SCAN_DIR' => '/nonexistent'] + getenv();
    $process = proc_open($command, [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]], $pipes, env_vars: $environment);
    return stream_get_contents($pipes[1]) . (proc_close($process) ? ' (failed)' : '');
}

@mkdir("$keap->folder/store", 0700);
$redis = new RedisServer($keap->folder, ['--port', (string) $port, '--user', 'user', 'on', '>s3cret', ...$rules]);
$token = var_export($keap->grant(), true);
expect('called', 'a machine with the documented php.ini shares a grant', in_documented_ini("infusionsoft_token_import($token); echo call_keap();", 's3cret'));
expect('called', 'it refreshes', in_documented_ini('infusionsoft_token_refresh(force: true); echo call_keap();', 's3cret'));
expect('true', 'it forgets', in_documented_ini('echo json_encode(infusionsoft_token_forget());', 's3cret'));
expect('{shop}:g:*', 'its keys have the prefix', $redis->ask('KEYS', '{shop}:g:*'));
expect('', 'Redis refused none of its commands under the documented rules', $redis->ask('ACL', 'LOG'));
expect('*ConfigurationException: *WRONGPASS*', 'a wrong password is told', in_documented_ini('echo call_keap("other");', 'wrong'));
$redis->stop();

// The Compose file: its server takes the password, and its names and paths are those of php.ini.
preg_match('/command: (\[.*\])/', $compose, $found);
[, , $shell] = json_decode($found[1], true, flags: JSON_THROW_ON_ERROR);
$shell = str_replace('$$', '$', $shell) . " --port 0 --unixsocket $keap->folder/redis.sock --dir $keap->folder";
$server = proc_open(['setpriv', '--pdeathsig', 'KILL', 'sh', '-c', $shell], [['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'], ['file', '/dev/null', 'w']], $pipes, env_vars: ['REDIS_PASSWORD' => 's3cret'] + getenv());
until(fn () => $redis->ask('PING') !== '');
expect('NOAUTH*', 'the server of the Compose file asks for a password', $redis->ask('PING'));
expect('PONG', 'and takes the one in the environment', $redis->ask('--no-auth-warning', '-a', 's3cret', 'PING'));
proc_terminate($server);
proc_close($server);
preg_match_all('/\$\{(\w+)\}/', $ini, $names);
preg_match('/^ +app:.*?environment: \[([^\]]+)\].*?tmpfs: \["([^:"]+)/ms', $compose, $app);
expect($names[1] === [] ? 'some' : implode(', ', $names[1]), 'the Compose file passes on the variables that php.ini reads', $app[1]);
preg_match('/store_path = (\S+)/', $ini, $path);
expect($path[1], 'its memory is mounted where php.ini has the store', $app[2]);
echo "$passed passed, $failed failed, 0 skipped\n";
exit($failed ? 1 : 0);
