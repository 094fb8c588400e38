<?php

require __DIR__.'/harness.php';

/** `php artisan` with this standard input. @return array{int, string} */
function artisanReads(string $command, string $input): array
{
    global $base;
    $process = proc_open([PHP_BINARY, 'artisan', ...explode(' ', $command)], [['pipe', 'r'], ['pipe', 'w'], ['redirect', 1]], $pipes, $base, array_filter($_SERVER, is_string(...)) + getenv());
    fwrite($pipes[0], $input);
    fclose($pipes[0]);
    $output = stream_get_contents($pipes[1]);

    return [proc_close($process), $output];
}

$application = application();
[$status, $output] = artisan($application, 'keap:status');
check('keap:status fails without a grant', $status === 1 && str_contains($output, 'missing'), $output);
check('keap:check fails without a grant', artisan($application, 'keap:check')[0] === 1);
check('keap:doctor fails without a grant', artisan($application, 'keap:doctor')[0] === 1);
check('/up answers 500 without a grant', visit($application, '/up')->getStatusCode() === 500);
check('... and 200 with KEAP_HEALTH=false', visit(application(['KEAP_HEALTH' => 'false']), '/up')->getStatusCode() === 200);
check('keap:import refuses other text', artisanReads('keap:import', 'two words')[0] === 2);
check('keap:import stores an API key', ([$status, $output] = artisanReads('keap:import', "KeapAK-1\n"))[0] === 0 && infusionsoft_token_status()['kind'] === 'api_key', $output);
$token = ask('POST', '/grant');
check('keap:import stores a token reply', ([$status, $output] = artisanReads('keap:import', json_encode($token)))[0] === 0 && infusionsoft_token_status()['kind'] === 'oauth2', $output);
check('... and prints no token', ! str_contains($output, $token['access_token']) && ! str_contains($output, $token['refresh_token']));
$application = application();
check('keap:status succeeds with a grant', artisan($application, 'keap:status')[0] === 0);
check('keap:status --json is the status of each account', json_decode(artisan($application, 'keap:status --json')[1], true) === [infusionsoft_token_status()]);
check('keap:check --call sends a call', artisan($application, 'keap:check --call')[0] === 0 && ask('GET', '/counts')['requests']['GET /crm/rest/v2/tags'] === 1);
check('keap:doctor succeeds', ([$status, $output] = artisan($application, 'keap:doctor'))[0] === 0, $output);

// The command of the extension, where it is in PATH as PECL and the Debian package install it.
$path = $_SERVER['PATH'];
$_SERVER['PATH'] = "$base/bootstrap";
check('keap:doctor --machine says that the command is missing', ([$status, $output] = artisanReads('keap:doctor --machine', ''))[0] === 1 && str_contains($output, 'infusionsoft is not in PATH'), $output);
check('... and keap:doctor does not need it', artisanReads('keap:doctor', '')[0] === 0);
$_SERVER['PATH'] = dirname(__DIR__, 3)."/bin:$path";
[$status, $output] = artisanReads('keap:doctor --machine', '');
check('keap:doctor --machine runs infusionsoft doctor with the settings of this PHP', $status === 0 && preg_match('~Keap answers, with the settings of this application.*^ok +.*$~ms', $output) === 1, [$status, $output]);
$_SERVER['PHP_INI_SCAN_DIR'] = getenv('PHP_INI_SCAN_DIR').":$base/wrong";
mkdir("$base/wrong");
file_put_contents("$base/wrong/wrong.ini", "infusionsoft.store_pth = /elsewhere\n");
check('... and fails with what that finds', ([$status, $output] = artisanReads('keap:doctor --machine', ''))[0] === 1 && str_contains($output, 'Did you mean "store_path"'), [$status, $output]);
check('... which keap:doctor alone does not look at', artisanReads('keap:doctor', '')[0] === 0);
unset($_SERVER['PHP_INI_SCAN_DIR']);
$_SERVER['PATH'] = $path;
check('/up answers 200', visit($application, '/up')->getStatusCode() === 200);
check('keap:doctor finds an address that Keap does not accept', str_contains(artisan(application(['APP_URL' => 'http://shop.example.com']), 'keap:doctor')[1], 'set APP_URL'));
check('about has a section', preg_match('/Keap.*State.*Connected/s', $output = artisan(application(), 'about')[1]) === 1, $output);

infusionsoft_token_forget();
check('keap:connect refuses the address of another attempt', artisanReads('keap:connect', "http://127.0.0.1/keap/callback?code=1&state=2\n")[0] === 2);

// It prints the address with its state, then reads.
$process = proc_open([PHP_BINARY, 'artisan', 'keap:connect'], [['pipe', 'r'], ['pipe', 'w'], ['redirect', 1]], $pipes, $base, array_filter($_SERVER, is_string(...)) + getenv());
parse_str((string) parse_url(trim(fgets($pipes[1])), PHP_URL_QUERY), $query);
fwrite($pipes[0], "$query[redirect_uri]?code=".ask('POST', '/code', ['redirect_uri' => $query['redirect_uri']])['code']."&state=$query[state]\n");
fclose($pipes[0]);
$output = stream_get_contents($pipes[1]);
check('keap:connect connects with the pasted address', proc_close($process) === 0 && infusionsoft_token_status()['state'] === 'valid', $output);

end_of_test();
