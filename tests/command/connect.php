<?php

/** Starts `connect`, reads the address that it prints, and returns both with the state in it. */
function start_connect(Site $site, array $words): array
{
    [$process, $in, $out] = $site->start([dirname(__DIR__, 2) . '/bin/infusionsoft', 'connect', ...$words]);
    $url = trim((string) fgets($out));
    parse_str((string) parse_url($url, PHP_URL_QUERY), $query);
    return [$process, $in, $out, $query];
}

function end_connect(array $started, string $input): array
{
    [$process, $in, $out] = $started;
    fwrite($in, $input);
    fclose($in);
    $said = stream_get_contents($out);
    return [$said, proc_close($process)];
}

function free_address(): string
{
    $socket = stream_socket_server('tcp://127.0.0.1:0');
    return stream_socket_get_name($socket, false);
}

return [
    'connect listens on loopback, and takes what the browser brings' => function (Keap $keap): void {
        $site = new Site($keap);
        $redirect = 'http://' . free_address() . '/callback';
        $started = start_connect($site, ["--redirect=$redirect"]);
        $query = $started[3];
        same($redirect, $query['redirect_uri'], 'the address in the URL');
        contains('Waiting for Keap', fgets($started[2]) . fgets($started[2]));
        $other = stream_context_create(['http' => ['ignore_errors' => true]]);
        until(fn () => @file_get_contents(strstr($redirect, '/callback', true) . '/favicon.ico', false, $other) !== false, 'it listens');
        $page = file_get_contents("$redirect?" . http_build_query(['code' => $keap->code($redirect), 'state' => $query['state']]));
        contains('Close this window', $page);
        [$said, $status] = end_connect($started, '');
        same([0, "default: works, test.infusionsoft.com.\n"], [$status, $said], 'the end');
    },

    'connect takes the pasted address, the code, or a token reply' => function (Keap $keap): void {
        $redirect = 'https://shop.example.com/keap/callback';
        foreach (['address', 'code', 'token'] as $what) {
            $site = new Site($keap);
            $started = start_connect($site, ["--redirect=$redirect"]);
            $code = $keap->code($redirect);
            $pasted = ['address' => "$redirect?" . http_build_query(['code' => $code, 'state' => $started[3]['state']]), 'code' => $code, 'token' => json_encode($keap->grant())][$what];
            [$said, $status] = end_connect($started, "$pasted\n");
            same(0, $status, "$what: $said");
            contains('default: works', $said);
            is_true(!str_contains($said, $code), 'the code is repeated');
        }
    },

    'connect tells what is wrong with what was pasted' => function (Keap $keap): void {
        $redirect = 'https://shop.example.com/keap/callback';
        foreach ([
            [fn (array $query): string => "$redirect?code=" . $keap->code($redirect) . '&state=another', 2, 'belongs to another attempt'],
            [fn (array $query): string => "$redirect?error=access_denied&error_description=No&state=$query[state]", 2, 'Keap says: access_denied No'],
            [fn (array $query): string => "$redirect?state=$query[state]", 2, 'The address has no code'],
            [fn (array $query): string => 'nothing of that kind', 2, 'neither the address'],
            [fn (array $query): string => "$redirect?code=wrong&state=$query[state]", 1, 'Keap refused the code'],
        ] as [$paste, $status, $what]) {
            $started = start_connect(new Site($keap), ["--redirect=$redirect"]);
            [$said, $ended] = end_connect($started, $paste($started[3]) . "\n");
            contains($what, $said);
            same($status, $ended, $what);
        }
    },
];
