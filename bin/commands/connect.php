<?php

/** Waits for the browser on loopback. Returns the query of the first request that has one. */
function query_from_browser(string $address, string $path, int $seconds): array
{
    $server = @stream_socket_server("tcp://$address", $code, $why) ?: throw new UsageError("Nothing can listen on $address: $why");
    for ($end = time() + $seconds; ($left = $end - time()) > 0;) {
        $browser = @stream_socket_accept($server, $left);
        if (!$browser) {
            break;
        }
        stream_set_timeout($browser, 5);
        $request = (string) fgets($browser, 8192);
        $is_callback = preg_match('~^GET (/\S*) HTTP/~', $request, $found) && parse_url($found[1], PHP_URL_PATH) === $path;
        parse_str((string) ($is_callback ? parse_url($found[1], PHP_URL_QUERY) : ''), $query);
        $text = $query === [] ? 'This address waits for Keap.' : 'Done. Close this window and go back to the terminal.';
        fwrite($browser, ($query === [] ? 'HTTP/1.1 404 Not Found' : 'HTTP/1.1 200 OK') . "\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\nContent-Length: " . strlen($text) . "\r\n\r\n$text");
        fclose($browser);
        if ($query !== []) {
            return $query;
        }
    }
    throw new UsageError("Keap did not send the browser back within $seconds s. Start again, and paste the address with --paste");
}

/** What a person pastes: the address that Keap sent the browser to, the code in it, or a token reply. */
function query_from_text(#[\SensitiveParameter] string $text): array
{
    if (str_contains($text, '?')) {
        parse_str((string) parse_url($text, PHP_URL_QUERY), $query);
        return $query;
    }
    return preg_match('/^[\x21-\x7e]+$/', $text) ? ['code' => $text] : throw new UsageError('That is neither the address that Keap sent the browser to nor the code in it');
}

return new Command('[--redirect=URL] [--paste] [--account=NAME]', 'authorizes: prints the address at Keap, and takes what comes back',
    "--redirect is the callback of your application as it is registered at Keap, letter for letter (https://…/keap/callback).
With an address of this machine (http://127.0.0.1:8400/callback) the command listens there itself. Otherwise, or with --paste,
open the printed address, allow access, and paste the address that the browser ends on (an error page is fine), the code in
it, or a token reply as JSON.",
    ['redirect' => 'URL', 'paste' => '', 'timeout' => 'SECONDS'], 0, 0,
    static function (Arguments $arguments, Terminal $terminal): int {
        $redirect = $arguments->option('redirect', 'http://127.0.0.1:8400/callback');
        $state = bin2hex(random_bytes(16));
        $parts = parse_url($redirect) + ['host' => '', 'scheme' => '', 'path' => '/', 'port' => 80];
        $terminal->line(infusionsoft_authorize_url($redirect, $state, $arguments->account()));
        $listens = !$arguments->has('paste') && $parts['scheme'] === 'http' && in_array($parts['host'], ['127.0.0.1', '[::1]', 'localhost'], true);
        if ($listens) {
            $terminal->note("\nOpen this address as the owner of the Keap application. Waiting for Keap at $redirect …");
            $query = query_from_browser("$parts[host]:$parts[port]", $parts['path'], $arguments->number('timeout', 600));
        } else {
            $terminal->note("\nOpen this address as the owner of the Keap application and allow access.");
            $text = standard_input($terminal, 'Paste the address that the browser ends on');
            if (is_array($token = json_decode($text, true))) {
                $status = infusionsoft_token_import($token, $arguments->account());
                $terminal->line("$status[account]: " . state_text($status) . '.');
                return 0;
            }
            $query = query_from_text($text);
        }
        isset($query['error']) && throw new UsageError('Keap says: ' . one_line((string) $query['error'] . ' ' . (string) ($query['error_description'] ?? '')));
        $wrong = isset($query['state']) ? $query['state'] !== $state : $listens;
        !$wrong ?: throw new UsageError('The answer belongs to another attempt (its state differs): use the address that was printed last');
        $code = (string) ($query['code'] ?? throw new UsageError('The address has no code: copy all of it, from https:// to the end'));
        $status = infusionsoft_authorize($code, $redirect, $arguments->account());
        $terminal->line("$status[account]: " . state_text($status) . ($status['application'] === null ? '.' : ", $status[application]."));
        return 0;
    });
