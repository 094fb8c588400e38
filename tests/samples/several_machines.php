<?php
// The php.ini, the access rules and the Compose file of docs/several-machines.md work as they are written, and a machine says what is wrong where
// a variable is not set, the password is another one, or a rule is missing. Run by tests/suites/redis in a PHP with the extension.

require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';
require __DIR__ . '/../redis/machines.inc';
require __DIR__ . '/../deploy/document.php';

$failed = $passed = 0;

function expect(string $expected, string $what, string $actual): void
{
    global $failed, $passed;
    $holds = fnmatch($expected, $actual);
    $holds ? $passed++ : $failed++;
    echo $holds ? 'ok' : 'not ok', " - docs/several-machines.md: $what\n", $holds ? '' : "    expected $expected, is $actual\n";
}

/** @return list<string> the blocks of code of that language on the page, without the indentation of a list */
function documented(string $language, string $page): array
{
    preg_match_all("/^( *)```$language\n(.*?)^ *```/ms", $page, $found, PREG_SET_ORDER);
    return array_map(static fn (array $block): string => preg_replace("/^$block[1]/m", '', $block[2]), $found);
}

/** Replaces what must be there exactly once. */
function replaced(string $pattern, string $by, string $text): string
{
    $text = preg_replace_callback($pattern, static fn (): string => $by, $text, count: $count);
    return $count === 1 ? $text : throw new RuntimeException("$pattern fits $count times");
}

/** The output of code in a PHP with that php.ini, whose host is this one, and with those variables in its environment. */
function with_ini(string $ini, string $code, array $variables): string
{
    global $port, $keap;
    $ini = replaced('/(?<=@)[\w.]+:\d+/', "127.0.0.1:$port", $ini);
    $ini = replaced('/^infusionsoft\.store_path = .*$/m', "infusionsoft.store_path = $keap->folder/store", $ini);
    file_put_contents("$keap->folder/php.ini", $ini);
    $settings = json_decode(file_get_contents("$keap->folder/settings.json"), true);
    $options = ['-d', 'extension_dir=' . ini_get('extension_dir'), '-d', 'extension=infusionsoft'];
    foreach (array_diff_key($settings, ['infusionsoft.store_path' => 1, 'infusionsoft.key' => 1]) as $name => $value) {
        array_push($options, '-d', "$name=$value");
    }
    $command = [PHP_BINARY, '-c', "$keap->folder/php.ini", ...$options, '-r', 'require ' . var_export(__DIR__ . '/../auth/grants.inc', true) . "; $code"];
    $environment = $variables + ['PHP_INI_SCAN_DIR' => '/nonexistent'] + array_diff_key(getenv(), ['INFUSIONSOFT_KEY' => 1, 'REDIS_PASSWORD' => 1]);
    $process = proc_open($command, [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]], $pipes, env_vars: $environment);
    return stream_get_contents($pipes[1]) . (proc_close($process) ? ' (failed)' : '');
}

/** As a machine that has just been installed: its store is empty. */
function on_a_new_machine(string $ini, array $variables): string
{
    global $keap;
    array_map(unlink(...), array_filter(glob("$keap->folder/store/{,.}*", GLOB_BRACE), is_file(...)));
    return with_ini($ini, 'echo call_keap();', $variables);
}

/** What a call of a new machine gives after another one has imported a grant: without Redis the new one has none. */
function shared(string $ini, array $variables): string
{
    global $keap;
    $token = var_export($keap->grant(), true);
    $imported = with_ini($ini, "infusionsoft_token_import($token); echo 'imported';", $variables);
    return $imported === 'imported' ? on_a_new_machine($ini, $variables) : $imported;
}

/** The commands that Redis was asked for, also in scripts and if it refused them, sorted. */
function commands(RedisServer $redis): string
{
    preg_match_all('/^cmdstat_(\w+):/m', $redis->ask('INFO', 'commandstats'), $found);
    sort($found[1]);
    return implode(' ', $found[1]);
}

$page = file_get_contents(__DIR__ . '/../../docs/several-machines.md');
$port = free_port();
[$ini, $composeAddress] = documented('ini', $page);
[$compose] = array_map(static fn (string $text) => yaml($text)[0], documented('yaml', $page));
preg_match('/needs the keys (`[^`]+` and `[^`]+`), and `([^`]+)` for another database/', $page, $found);
$rules = preg_split('/\s+/', str_replace(['`', ' and ', '{prefix}'], ['', ' ', '{shop}'], $found[1]));
$both = ['INFUSIONSOFT_KEY' => SHARED_KEY, 'REDIS_PASSWORD' => 's3cret'];
is_dir("$keap->folder/store") || mkdir("$keap->folder/store", 0700);

// The php.ini and the access rules.
$redis = new RedisServer($keap->folder, ['--port', (string) $port, '--user', 'user', 'on', '>s3cret', ...$rules]);
expect('called', 'machines with the documented php.ini share a grant', shared($ini, $both));
expect('called', 'it refreshes', with_ini($ini, 'infusionsoft_token_refresh(force: true); echo call_keap();', $both));
expect('*ConfigurationException: *have another key*', 'a machine without the key is told', on_a_new_machine($ini, ['REDIS_PASSWORD' => 's3cret']));
expect('*ConfigurationException: *WRONGPASS*', 'a wrong password is told', on_a_new_machine($ini, ['REDIS_PASSWORD' => 'wrong'] + $both));
expect('called', 'and nothing was changed by them', on_a_new_machine($ini, $both));
expect('true', 'it forgets', with_ini($ini, 'echo json_encode(infusionsoft_token_forget());', $both));
$listed = array_map(static fn (string $rule): string => substr($rule, 1), preg_grep('/^\+/', $rules));
array_push($listed, 'auth', 'ping'); // anybody may log in, and this test pings
sort($listed);
expect(implode(' ', $listed), 'each command of the rules was needed, and no other one', commands($redis));
expect('', 'Redis refused none of them', implode(' ', preg_grep('/^(command|key)$/', explode("\n", $redis->ask('ACL', 'LOG')))));
$keys = explode("\n", $redis->ask('KEYS', '*'));
expect((string) count($keys), 'all its keys have the prefix', (string) count(preg_grep('/^\{shop\}:./', $keys)));
$other = replaced('~/0(?=\?)~', '/1', $ini);
expect("*ConfigurationException: *NOPERM*'select'*", 'another database without its rule is told', on_a_new_machine($other, $both));
$redis->ask('ACL', 'SETUSER', 'user', $found[2]);
expect('called', 'another database with its rule is used', shared($other, $both));
$redis->stop();

// The Compose file: its server, its address, its variables and its paths.
$shell = str_replace('$$', '$', $compose['services']['redis']['command'][2]) . " --port $port --unixsocket $keap->folder/redis.sock --dir $keap->folder";
$command = [...array_slice($compose['services']['redis']['command'], 0, 2), $shell];
$server = proc_open(['setpriv', '--pdeathsig', 'KILL', ...$command], [['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'], ['file', '/dev/null', 'w']], $pipes, env_vars: ['REDIS_PASSWORD' => 's3cret'] + getenv());
until(fn () => $redis->ask('PING') !== '');
$there = replaced('/^infusionsoft\.shared_store = .*$/m', trim($composeAddress), $ini);
expect('NOAUTH*', 'the server of the Compose file asks for a password', $redis->ask('PING'));
expect('called', 'machines with the address for it share a grant', shared($there, $both));
expect('*ConfigurationException: *NOAUTH*', 'a password that is not set is told', on_a_new_machine($there, ['INFUSIONSOFT_KEY' => SHARED_KEY]));
proc_terminate($server);
proc_close($server);
['app' => $app, 'redis' => $store] = $compose['services'];
preg_match_all('/\$\{(\w+)\}/', $ini, $names);
expect(implode(', ', $names[1]), 'the Compose file passes on the variables that php.ini reads', implode(', ', $app['environment']));
preg_match_all('/\$\$(\w+)/', $store['command'][2], $names);
expect(implode(', ', $names[1]), 'and those that its server reads', implode(', ', $store['environment']));
preg_match('/store_path = (\S+)/', $ini, $path);
expect("$path[1]:*", 'its memory is mounted where php.ini has the store', implode(', ', $app['tmpfs']));
preg_match('/@([\w.]+):/', $composeAddress, $host);
expect($host[1], 'the address names its service', implode(', ', array_diff(array_keys($compose['services']), ['app'])));
expect(implode(', ', array_keys($compose['volumes'])) . ':/data', 'its volume is declared', implode(', ', $store['volumes']));
echo "$passed passed, $failed failed, 0 skipped\n";
exit($failed ? 1 : 0);
