<?php
// The status of Keap in one page, without a framework: copy this file to where your web server runs PHP, set a password,
// and open it over https. It sends nothing to Keap until "Send a test call" is pressed, and shows no secret.

namespace KeapStatus;

use Infusionsoft\Exception;

/** At least 12 characters. The browser asks for it; the user name is not looked at. Without it the page shows nothing. */
const PASSWORD = '';

/** Where your application begins the connection with Keap, such as '/keap/connect?account={account}'; '': there is no such page. */
const CONNECT_URL = '';

/** What infusionsoft_limits() gives where Keap sets no limit. */
const NO_LIMIT = 4294967294;

/** So many accounts are listed, those that need attention first. */
const ACCOUNTS = 100;

const FAILURES = [
    'authorization' => 'Keap refused the grant or the key', 'api' => 'Keap refused the request', 'rate_limit' => 'no turn within Keap’s limits',
    'transport' => 'no usable reply arrived', 'store' => 'the token store could not be used', 'configuration' => 'a setting is missing or wrong',
    'value' => 'a wrong argument; nothing was sent', 'abandoned' => 'the script did not wait for it',
];

/** What the headline means for the owner of the Keap account. */
const MEANING = [
    'Connect again' => 'Keap does not accept this connection any more. The owner of the Keap account must allow access again.',
    'Not connected' => 'This account was never connected. The owner of the Keap account must allow access once.',
    'Replace the key' => 'Keap does not accept this API key any more. Make a new one in Keap’s settings, and put it in the place of this one.',
];

const STYLE = <<<'CSS'
:root{color-scheme:light dark;--page:#f4f5f7;--card:#fff;--text:#1b1f24;--quiet:#57606a;--line:#d8dde3;--bar:#2f6fb3;--good:#116329;--warning:#7a4a00;--bad:#a40e26;--ink:#fff}
@media (prefers-color-scheme:dark){:root{--page:#0d1117;--card:#161b22;--text:#e6edf3;--quiet:#9da7b3;--line:#30363d;--bar:#5b9bdf;--good:#56d364;--warning:#e3b341;--bad:#ff938a;--ink:#0d1117}}
*{box-sizing:border-box}h1,dl,dd,body{margin:0}
body{background:var(--page);color:var(--text);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:70rem;margin:0 auto;padding:1.5rem 1rem 3rem;display:grid;gap:1rem;grid-template-columns:minmax(0,1fr)}
section{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1.1rem 1.3rem;min-width:0}
h1{font-size:clamp(2.4rem,7vw,3.6rem);line-height:1.1;letter-spacing:-.02em}h2{margin:0 0 .8rem;font-size:1.05rem}p{margin:.5rem 0 0}
.hero{border-left:.5rem solid currentColor}.hero>*{color:var(--text)}.good{color:var(--good)}.warning{color:var(--warning)}.bad{color:var(--bad)}
.hero.good h1{color:var(--good)}.hero.warning h1{color:var(--warning)}.hero.bad h1{color:var(--bad)}
.quiet,.hero .quiet{color:var(--quiet)}h2 .quiet,th .quiet{font-weight:400}.actions{display:flex;flex-wrap:wrap;gap:.7rem;margin-top:1rem}
.button{display:inline-block;font:inherit;font-weight:600;padding:.5rem 1.1rem;border-radius:.4rem;border:1px solid var(--text);background:none;color:var(--text);text-decoration:none;cursor:pointer}
.hero a.button{background:var(--text);color:var(--page)}.button:hover{text-decoration:underline}
a{color:inherit}:focus-visible{outline:3px solid var(--bar);outline-offset:2px}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:1rem}dt{color:var(--quiet);font-size:.9rem}
dd{font-size:1.5rem;font-weight:600;font-variant-numeric:tabular-nums}
dl.small{margin-top:1rem;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr))}dl.small dd{font-size:1rem;font-weight:400}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.45rem .8rem .45rem 0;border-top:1px solid var(--line)}
thead th{border:0;font-size:.9rem;color:var(--quiet);font-weight:400}th{font-weight:600}
.number{text-align:right;padding-right:0;font-variant-numeric:tabular-nums;white-space:nowrap}svg{display:block;width:100%;overflow:visible}
svg text{font:12px system-ui,sans-serif;fill:var(--text);paint-order:stroke;stroke:var(--card);stroke-width:4px}
svg .track{fill:var(--line)}svg .fill{fill:var(--bar)}svg .fill.warning{fill:var(--warning)}svg .fill.bad{fill:var(--bad)}
svg line{stroke:var(--quiet);stroke-dasharray:3 3}svg .base{stroke-dasharray:none}.quota+.quota{margin-top:1rem}
.quota p{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;margin:0 0 .3rem}
.half{display:grid;gap:1rem;grid-template-columns:minmax(0,1fr)}
@media (min-width:56rem){.half{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}}
@media (max-width:30rem){.wide,svg .wide{display:none}}
CSS;

// What is known: nothing below asks Keap, except test_call().

/** @return array{list<array>, ?string} the accounts, those first that a person must look at, and why the store or a setting cannot be used */
function accounts(): array
{
    try {
        $accounts = \infusionsoft_accounts();
        $problem = null;
    } catch (Exception $e) {
        [$accounts, $problem] = [[], $e->getMessage()];
    }
    $accounts = $accounts ?: [\infusionsoft_token_status()]; // the default account, which is not connected yet
    usort($accounts, static fn (array $a, array $b): int => [$b['needs_attention'], $a['account']] <=> [$a['needs_attention'], $b['account']]);
    return [$accounts, $problem];
}

/** @param list<array> $accounts @return array the account that was asked for, else the first */
function chosen(array $accounts, mixed $name): array
{
    return array_values(array_filter($accounts, static fn (array $status): bool => $status['account'] === $name))[0] ?? $accounts[0];
}

/** @return array<string, array{limit: int, used: int, resets_at: ?int}> by what they limit; without those that Keap has not told */
function limits(string $account): array
{
    try {
        $limits = \infusionsoft_limits($account);
    } catch (Exception) {
        return []; // the headline tells why
    }
    $names = ['day' => 'Day', 'minute' => 'Minute', 'tenant_day' => 'Day, all applications together', 'tenant_minute' => 'Minute, all applications together'];
    $known = [];
    foreach ($names as $key => $name) {
        if ($limits[$key]['limit'] !== null) {
            $known[$name] = ['limit' => $limits[$key]['limit'], 'used' => $limits[$key]['used'] ?? 0, 'resets_at' => $limits[$key]['resets_at']];
        }
    }
    return $known;
}

/** Part of a limit that is used, 0 to 1. */
function part(array $limit): float
{
    return $limit['limit'] >= NO_LIMIT ? 0.0 : min(1.0, $limit['used'] / max(1, $limit['limit']));
}

/** Whether the settings allow to send the owner to Keap. */
function can_connect(array $status): bool
{
    try {
        return $status['kind'] !== 'api_key' && \infusionsoft_authorize_url('https://example.com/') !== '';
    } catch (Exception) {
        return false;
    }
}

/** @param array<string, array> $limits @return array{string, string} tone and word of the headline */
function verdict(array $status, array $limits, ?string $problem): array
{
    $works = in_array($status['state'], ['valid', 'refresh_due'], true);
    $tight = array_filter($limits, static fn (array $limit): bool => part($limit) >= 0.9) !== [];
    return match (true) {
        $problem !== null => ['bad', 'Does not work'],
        !$status['needs_attention'] => $tight || $status['last_error'] !== null ? ['warning', 'Look soon'] : ['good', 'Works'],
        $works => ['warning', 'Look soon'],
        $status['kind'] === 'api_key' => ['bad', 'Replace the key'],
        $status['state'] === 'reauthorization_required' => ['bad', 'Connect again'],
        $status['state'] === 'missing' && can_connect($status) => ['bad', 'Not connected'],
        default => ['bad', 'Does not work'],
    };
}

/** What is to be known beside the headline, one sentence each. @return list<string> */
function sentences(array $status, array $limits, ?string $problem): array
{
    $later = $status['expires_at'] !== null && $status['expires_at'] > time();
    $told = array_filter([
        MEANING[verdict($status, $limits, $problem)[1]] ?? null,
        $status['state'] === 'reauthorization_required' && $later ? 'Calls work until ' . clock($status['expires_at']) . '.' : null,
        rtrim((string) ($status['attention'] ?? $problem), '.') . '.',
        ($status['previous_key'] ?? false) ? 'The grant is still sealed under a previous key, until it is next renewed.' : null,
    ], static fn (?string $sentence): bool => $sentence !== null && $sentence !== '.');
    foreach ($limits as $name => $limit) {
        if (part($limit) >= 0.9) {
            $told[] = "$name: " . number_format($limit['used']) . ' of ' . number_format($limit['limit']) . ' calls are used. ' . ($limit['resets_at'] === null ? '' : 'It starts anew at ' . date('H:i', $limit['resets_at']) . '.');
        }
    }
    return array_values($told);
}

/** Asks Keap for one tag: the cheapest call. @return array{bool, string} */
function test_call(string $account): array
{
    foreach (['timeout_ms' => '10000', 'connect_timeout_ms' => '5000', 'retries' => '0', 'max_wait_ms' => '2000'] as $name => $value) {
        ini_set("infusionsoft.$name", $value);
    }
    $begun = hrtime(true);
    try {
        \infusionsoft_call('listTags', ['page_size' => 1], $account);
    } catch (Exception $e) {
        return [false, $e->getMessage()];
    }
    return [true, 'Keap answered in ' . number_format((hrtime(true) - $begun) / 1e6) . ' ms.'];
}

/** The bars of the histogram that are worth showing. @return list<array{string, int, int}> label, replies, bound in ms (0: over all bounds) */
function bars(array $histogram): array
{
    $bars = [];
    foreach ($histogram as $bound => $count) {
        $bars[] = [$bound === 'more' ? 'more' : ($bound >= 1000 ? $bound / 1000 . ' s' : "$bound"), $count, (int) $bound];
    }
    $full = array_keys(array_filter(array_column($bars, 1)));
    $from = max(0, min($full) - 1);
    return array_slice($bars, $from, max(8, max($full) + 2 - $from));
}

/** Where a latency lies in the chart, in percent of its width. @param list<array{string, int, int}> $bars */
function position(float $ms, array $bars): float
{
    $below = $bars[0][2] / 2;
    foreach ($bars as $nth => [, , $bound]) {
        if ($bound === 0 || $ms <= $bound) {
            $within = $bound === 0 ? 0.5 : max(0, ($ms - $below) / ($bound - $below));
            return 100 * ($nth + $within) / count($bars);
        }
        $below = $bound;
    }
    return 100.0;
}

// What is shown. Each function returns HTML.

function e(string $text): string
{
    return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5);
}

/** A time of today by the clock, another one with its date. */
function clock(?int $time): string
{
    return $time === null ? 'an unknown time' : date(date('Ymd') === date('Ymd', $time) ? 'H:i' : 'j M Y, H:i', $time);
}

function time_html(int $time): string
{
    return '<time datetime="' . date('c', $time) . '">' . e(clock($time)) . '</time>';
}

/** How the grant is kept alive. */
function renewal_html(array $status): string
{
    $last = $status['refreshed_at'] === null ? '' : '; last renewed ' . time_html($status['refreshed_at']);
    return match (true) {
        $status['kind'] === 'api_key' => 'uses an API key, which does not expire',
        $status['kind'] === null => 'has no grant',
        $status['state'] === 'reauthorization_required' => "is not renewed any more$last",
        default => "renews itself$last",
    };
}

function hero_html(array $status, array $limits, ?string $problem, ?array $test): string
{
    [$tone, $word] = verdict($status, $limits, $problem);
    $html = "<section class=\"hero $tone\"><h1>" . e($word) . '</h1><p class="quiet">Keap, account <strong>' . e($status['account']) . '</strong>, ' . renewal_html($status) . '</p>';
    foreach (sentences($status, $limits, $problem) as $sentence) {
        $html .= '<p>' . e($sentence) . '</p>';
    }
    if ($test !== null) {
        $html .= '<p role="status"><strong class="' . ($test[0] ? 'good">The test call worked.' : 'bad">The test call failed.') . '</strong> ' . e($test[1]) . '</p>';
    }
    $html .= '<div class="actions">';
    $asks = $status['needs_attention'] && in_array($status['state'], ['missing', 'reauthorization_required'], true) && $problem === null;
    if ($asks && can_connect($status) && CONNECT_URL === '') {
        $html .= '<code>infusionsoft connect --account=' . e(escapeshellarg($status['account'])) . '</code>';
    } elseif ($asks && can_connect($status)) {
        $html .= '<a class="button" href="' . e(str_replace('{account}', rawurlencode($status['account']), CONNECT_URL)) . '">' . ($status['kind'] === null ? 'Connect' : 'Connect again') . '</a>';
    }
    return $html . '<form method="post" action="?account=' . e(rawurlencode($status['account'])) . '"><input type="hidden" name="token" value="' . csrf_token(0) . '">'
        . '<button class="button">Send a test call</button></form></div>' . facts_html($status) . '</section>';
}

function facts_html(array $status): string
{
    $facts = array_filter([
        'Application' => $status['application'] === null ? null : e($status['application']),
        'Token expires' => $status['expires_at'] === null ? null : time_html($status['expires_at']),
        // Where a person must act, a sentence above begins with it.
        'Last error' => $status['last_error'] === null || str_starts_with((string) $status['attention'], $status['last_error']) ? null : e($status['last_error']),
    ], is_string(...));
    return $facts === [] ? '' : '<dl class="small">' . implode('', array_map(static fn (string $name, string $value): string => "<div><dt>$name</dt><dd>$value</dd></div>", array_keys($facts), $facts)) . '</dl>';
}

/** @param array<string, array> $limits */
function limits_html(array $limits): string
{
    $html = '<section aria-labelledby="limits"><h2 id="limits">Keap’s limits</h2>';
    foreach ($limits as $name => $limit) {
        $none = $limit['limit'] >= NO_LIMIT;
        $percent = round(100 * part($limit), 1);
        $tone = $percent >= 100 ? ' bad' : ($percent >= 90 ? ' warning' : '');
        $text = number_format($limit['used']) . ' of ' . ($none ? 'any number of' : number_format($limit['limit'])) . ' calls used' . ($none || $limit['resets_at'] === null ? '' : ', anew at ' . date('H:i', $limit['resets_at']));
        $html .= '<div class="quota"><p><strong>' . e($name) . '</strong> <span class="quiet">' . e($text) . '</span></p>';
        $html .= $none ? '</div>' : '<svg role="img" height="12"><title>' . e("$name: $percent % used") . '</title><rect class="track" width="100%" height="12" rx="6"/>'
            . "<rect class=\"fill$tone\" width=\"$percent%\" height=\"12\" rx=\"6\"/></svg></div>";
    }
    return $html . ($limits === [] ? '<p class="quiet">Not known before the first call.</p>' : '') . '</section>';
}

function calls_html(array $stats): string
{
    $numbers = ['Calls' => $stats['calls'], 'Failed' => array_sum($stats['failures']), 'Tried again' => $stats['retries'], 'Replies with 429' => $stats['rate_limited'],
        'Waits' => $stats['waits'], 'Waited, s' => $stats['waited_ms'] / 1000, 'Renewals' => $stats['refreshes'], 'Renewals failed' => $stats['refresh_failures']];
    $html = '<section aria-labelledby="calls"><h2 id="calls">Calls <span class="quiet">of all accounts ' . ($stats['since'] === null ? '' : 'since ' . time_html($stats['since'])) . '</span></h2><dl>';
    foreach ($numbers as $name => $number) {
        $html .= "<div><dt>$name</dt><dd>" . number_format($number, $name === 'Waited, s' && $number < 100 ? 1 : 0) . '</dd></div>';
    }
    return $html . '</dl></section>';
}

function failures_html(array $failures): string
{
    $failures = array_filter($failures);
    arsort($failures);
    $html = '<section aria-labelledby="failures"><h2 id="failures">Failures by kind</h2>';
    if ($failures === []) {
        return $html . '<p class="quiet">None.</p></section>';
    }
    $html .= '<table><thead><tr><th scope="col">Kind</th><th scope="col" class="number">Calls</th></tr></thead><tbody>';
    foreach ($failures as $kind => $count) {
        $html .= '<tr><th scope="row">' . e($kind) . ' <span class="quiet">' . e(FAILURES[$kind] ?? '') . '</span></th><td class="number">' . number_format($count) . '</td></tr>';
    }
    return $html . '</tbody></table></section>';
}

function latency_html(array $latency): string
{
    $html = '<section aria-labelledby="latency"><h2 id="latency">Replies of Keap <span class="quiet">by time in ms</span></h2>';
    if ($latency['p50'] === null) {
        return $html . '<p class="quiet">No reply yet.</p></section>';
    }
    $bars = bars($latency['histogram']);
    $most = max(array_column($bars, 1));
    $width = 100 / count($bars);
    $marks = array_map(static fn (float $ms): string => number_format($ms) . ' ms', array_intersect_key($latency, ['p50' => 0, 'p95' => 0, 'p99' => 0]));
    $words = implode(', ', array_map(static fn (string $name, string $ms): string => "$name $ms", array_keys($marks), $marks));
    $html .= '<svg role="img" height="250"><title>' . e("Latency of replies: $words") . '</title><desc>' . e(implode('; ', array_map(static fn (array $bar): string => "up to $bar[0]: $bar[1]", $bars))) . '</desc>';
    $texts = '';
    foreach ($bars as $nth => [$label, $count]) {
        $height = $count === 0 ? 0 : max(2, round(140 * $count / $most));
        $middle = round(($nth + 0.5) * $width, 2);
        $html .= '<rect class="fill" x="' . round($nth * $width + 0.4, 2) . '%" width="' . round($width - 0.8, 2) . '%" y="' . 226 - $height . "\" height=\"$height\"/>";
        $texts .= ($count > 0 ? "<text x=\"$middle%\" y=\"" . 220 - $height . '" text-anchor="middle">' . number_format($count) . '</text>' : '')
            . "<text x=\"$middle%\" y=\"244\" text-anchor=\"middle\"" . ($nth % 2 && count($bars) > 10 ? ' class="wide"' : '') . '>' . e($label) . '</text>';
    }
    foreach (array_keys($marks) as $nth => $name) {
        $x = round(position($latency[$name], $bars), 2);
        $y = 12 + 16 * $nth;
        $html .= "<line x1=\"$x%\" x2=\"$x%\" y1=\"" . $y - 10 . '" y2="226"/>';
        $texts .= "<text x=\"$x%\" y=\"$y\" " . ($x > 65 ? 'dx="-5" text-anchor="end"' : 'dx="5"') . ">$name $marks[$name]</text>";
    }
    return "$html<line class=\"base\" x1=\"0\" x2=\"100%\" y1=\"226\" y2=\"226\"/>$texts</svg></section>";
}

/** @param list<array> $accounts */
function accounts_html(array $accounts, ?string $problem): string
{
    $html = '<section aria-labelledby="accounts"><h2 id="accounts">Accounts</h2><table><thead><tr><th scope="col">Account</th><th scope="col">State</th><th scope="col" class="wide">Application</th><th scope="col" class="number">Renewed</th></tr></thead><tbody>';
    foreach (array_slice($accounts, 0, ACCOUNTS) as $status) {
        [$tone, $word] = verdict($status, limits($status['account']), $problem);
        $html .= '<tr><th scope="row"><a href="?account=' . e(rawurlencode($status['account'])) . '">' . e($status['account']) . "</a></th><td><strong class=\"$tone\">" . e($word) . '</strong></td><td class="wide">'
            . e($status['application'] ?? '–') . '</td><td class="number">' . ($status['refreshed_at'] === null ? '–' : time_html($status['refreshed_at'])) . '</td></tr>';
    }
    $more = count($accounts) - ACCOUNTS;
    return $html . '</tbody></table>' . ($more > 0 ? '<p class="quiet">and ' . number_format($more) . ' more: infusionsoft accounts</p>' : '') . '</section>';
}

function page_html(string $title, string $main): string
{
    return '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">'
        . '<link rel="icon" href="data:,"><title>' . e($title) . '</title><style>' . STYLE . "</style></head><body><main>$main</main></body></html>\n";
}

// The request.
/** Another site cannot know it, and so cannot make a browser that has the password send a call. */
function csrf_token(int $days_ago): string
{
    return hash_hmac('sha256', 'test call ' . gmdate('Y-m-d', time() - 86400 * $days_ago), PASSWORD);
}

/** Whether the browser gave the password. Some servers pass it to PHP in the header only. */
function is_allowed(): bool
{
    $header = (string) ($_SERVER['HTTP_AUTHORIZATION'] ?? '');
    $pair = strncasecmp($header, 'Basic ', 6) === 0 ? explode(':', (string) base64_decode(substr($header, 6)), 2) : [];
    $given = (string) ($_SERVER['PHP_AUTH_PW'] ?? $pair[1] ?? '');
    return hash_equals(hash('sha256', PASSWORD), hash('sha256', $given));
}

/** Ends with a page that says why there is nothing to see. */
function refuse(int $code, string $title, string $text): never
{
    http_response_code($code);
    exit(page_html($title, '<section class="hero bad"><h1>' . e($title) . '</h1><p>' . e($text) . '</p></section>'));
}

function answer(): void
{
    header("Content-Security-Policy: default-src 'none'; style-src 'sha256-" . base64_encode(hash('sha256', STYLE, true)) . "'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    foreach (['Content-Type: text/html; charset=utf-8', 'Cache-Control: no-store', 'X-Content-Type-Options: nosniff', 'X-Robots-Tag: noindex', 'Referrer-Policy: same-origin'] as $line) {
        header($line);
    }
    if (strlen(PASSWORD) < 12) {
        refuse(503, 'No password', 'Set PASSWORD at the top of this file, at least 12 characters. Then open the page again.');
    }
    if (!is_allowed()) {
        header('WWW-Authenticate: Basic realm="Keap status", charset="UTF-8"');
        refuse(401, 'Password needed', 'It is at the top of this file on the server.');
    }
    if (!extension_loaded('infusionsoft')) {
        refuse(503, 'Not loaded', 'This PHP does not have the extension infusionsoft. Add extension=infusionsoft to its php.ini, and restart it.');
    }
    [$accounts, $problem] = accounts();
    $status = chosen($accounts, $_GET['account'] ?? null);
    $test = null;
    if ($_SERVER['REQUEST_METHOD'] === 'POST') {
        $token = is_string($_POST['token'] ?? null) ? $_POST['token'] : '';
        hash_equals(csrf_token(0), $token) || hash_equals(csrf_token(1), $token) || refuse(403, 'Too old', 'This form is too old. Open the page again.');
        $test = test_call($status['account']);
        $status = \infusionsoft_token_status($status['account']);
    }
    $limits = limits($status['account']);
    $stats = \infusionsoft_stats();
    echo page_html(verdict($status, $limits, $problem)[1] . ' – Keap', hero_html($status, $limits, $problem, $test)
        . '<div class="half">' . limits_html($limits) . calls_html($stats) . '</div><div class="half">' . latency_html($stats['latency_ms']) . failures_html($stats['failures']) . '</div>' . accounts_html($accounts, $problem));
}

answer();
