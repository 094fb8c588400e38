<?php
// Plays one day of an application against the stand-in for Keap. Each step in steps/ runs in a new PHP process.
// Usage: php -n demo.php INFUSIONSOFT_SO

require __DIR__ . '/StandIn.php';

const REDIRECT_URI = 'https://shop.example/keap/callback';

$started = microtime(true);
$work = sys_get_temp_dir() . '/infusionsoft-demo-' . getmypid();
mkdir("$work/store", 0700, true);
// When the demo is killed, the stand-in ends too, because its stdin closes. Only this directory stays.
register_shutdown_function(fn () => remove($work));

$keap = new StandIn();
$tag = $keap->control('POST', '/tags', ['name' => 'Newsletter'])['id'];

$ini = [
    'extension' => $argv[1],
    'infusionsoft.client_id' => $keap->client_id,
    'infusionsoft.client_secret' => $keap->client_secret,
    'infusionsoft.store_path' => "$work/store",
    'infusionsoft.base_url' => "$keap->https/crm",
    'infusionsoft.token_url' => "$keap->https/token",
    'infusionsoft.authorize_url' => "$keap->https/app/oauth/authorize",
    'infusionsoft.ca_file' => $keap->ca_file,
];
file_put_contents("$work/php.ini", settings($ini));
chmod("$work/php.ini", 0600);

title('The settings', 'A real application needs client_id, client_secret and store_path. The other settings point at the stand-in.');
code(settings(['infusionsoft.client_secret' => '(not shown)'] + $ini, array_keys($ini)));

title('1. The owner of the Keap account authorizes the application, once', 'The application sends the browser to Keap.');
$url = step('authorize-url');
title('', 'The owner allows access. Keap sends the browser back with a code.');
$query = $keap->browse($url);
echo '    GET ', REDIRECT_URI, '?code=…&state=', $query['state'], "\n\n";
title('', 'The application exchanges the code for a grant. The extension stores the grant, encrypted.');
step('callback', $query);

title('2. A customer signs up', 'This is another PHP process, and its code handles no token. Both calls take the grant from the store.');
step('sign-up', ['tag' => $tag]);

title('3. A day later', 'The access token has expired. The next call refreshes it.');
$keap->control('POST', '/expire');
step('next-day');

title('The requests that Keap received', '');
foreach ($keap->control('GET', '/journal') as $request) {
    printf("    %d  %-5s %s\n", $request['status'], $request['method'], $request['path'] . (isset($request['token']) ? "  ({$request['token']['kind']})" : ''));
}
$state = $keap->control('GET', '/state');
echo "\n";
foreach ($state['contacts'] as $contact) {
    printf("    contact %s: %s %s <%s>\n", $contact['id'], $contact['given_name'], $contact['family_name'], $contact['email_addresses'][0]['email']);
}
foreach ($state['tags'] as $tag) {
    printf("    tag %s \"%s\": contacts %s\n", $tag['id'], $tag['name'], implode(', ', $tag['contact_ids']));
}
$violations = $keap->control('GET', '/counts')['violations'];
echo "    requests that break Keap's description of its API: $violations\n\n";

title('The files of the store', '');
$tokens = [$keap->client_secret];
foreach ($state['grants'] as $grant) {
    array_push($tokens, $grant['refresh_token'], ...$grant['access_tokens']);
}
$found = 0;
foreach (glob("$work/store/*") as $file) {
    $content = file_get_contents($file);
    $in_file = count(array_filter($tokens, fn ($token) => str_contains($content, $token)));
    $found += $in_file;
    printf("    %04o  %7d bytes  %-12s  %s\n", fileperms($file) & 0777, filesize($file), basename($file), $in_file ? "$in_file SECRETS IN PLAIN TEXT" : 'no token and no secret in plain text');
}

$ok = $found === 0 && $violations === 0 && count($state['contacts']) === 1;
printf("\n%s after %.1f seconds, without the build.\n", $ok ? 'The demo succeeded' : 'THE DEMO FAILED', microtime(true) - $started);
exit($ok ? 0 : 1);

/** Runs steps/NAME.php in a new process with $given as its $_GET. Shows the code and its output; returns the output. */
function step(string $name, array $given = []): string
{
    global $work;
    $file = __DIR__ . "/steps/$name.php";
    code(trim(substr(file_get_contents($file), strlen("<?php\n"))));
    // With -n, PHP reads only the file of -c. The files of the system may load and configure the extension already.
    $process = proc_open(
        [PHP_BINARY, '-n', '-c', "$work/php.ini", __DIR__ . '/run-step.php', $file],
        [['pipe', 'r'], ['pipe', 'w'], ['redirect', 1]],
        $pipes,
    );
    $pid = proc_get_status($process)['pid'];
    fwrite($pipes[0], json_encode($given));
    fclose($pipes[0]);
    $output = trim(stream_get_contents($pipes[1]));
    $status = proc_close($process);
    echo "    → process $pid printed:\n", preg_replace('~^~m', '      ', $output), "\n\n";
    if ($status !== 0) {
        exit(1);
    }
    return $output;
}

function settings(array $ini, ?array $order = null): string
{
    $lines = '';
    foreach ($order ?? array_keys($ini) as $name) {
        $lines .= "$name = \"$ini[$name]\"\n";
    }
    return $lines;
}

function title(string $title, string $text): void
{
    echo $title !== '' ? "━━ $title\n" : '', $text !== '' ? "$text\n" : '', "\n";
}

function code(string $code): void
{
    echo preg_replace('~^~m', '  │ ', rtrim($code)), "\n\n";
}

function remove(string $directory): void
{
    foreach (array_diff(scandir($directory), ['.', '..']) as $name) {
        is_dir("$directory/$name") ? remove("$directory/$name") : unlink("$directory/$name");
    }
    rmdir($directory);
}
